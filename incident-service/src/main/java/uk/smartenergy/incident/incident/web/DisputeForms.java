package uk.smartenergy.incident.incident.web;

import static uk.smartenergy.incident.incident.web.IncidentForms.LONG;
import static uk.smartenergy.incident.incident.web.IncidentForms.LONGEST;
import static uk.smartenergy.incident.incident.web.IncidentForms.OCCURRED_AT;
import static uk.smartenergy.incident.incident.web.IncidentForms.SHORT;

import java.util.Map;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The forms of the bodies about disputes. */
final class DisputeForms {
    private DisputeForms() {}

    static final Field<String> REASON = Field.text("reason", LONG, "Why the category is wrong.")
            .must()
            .eg("Nobody in the North could install: that is a critical adverse impact.");
    static final Field<Category> PROPOSED_CATEGORY = Field.integer(
                    "proposedCategory", 1, 5, "The category that it ought to be.")
            .map(Category::of)
            .eg(1);
    static final Field<String> FIRST_EVIDENCE = Field.text("evidence", LONGEST, "What shows it.")
            .eg("412 installation visits aborted on the day; list with SECAS.");
    static final Field<String> PARTY = Field.line(
            "party",
            SHORT,
            "Who disagrees; default the caller's own party. Only the DCC, the Ops Group and SECAS may name another.");
    static final Field<String> EVIDENCE = FIRST_EVIDENCE.must();
    static final Field<String> REFERENCE =
            Field.line("reference", SHORT, "Where it can be found.").eg("SECP_61_1210_19, section 2");
    static final Field<String> WITHDRAWAL_REASON =
            Field.text("reason", LONG, "Why it is withdrawn.").must().eg("Settled with the DCC.");
    static final Field<Category> CATEGORY = Field.integer("category", 1, 5, "The category that it is ruled to be.")
            .map(Category::of)
            .must()
            .eg(1);
    static final Field<String> RULING_REASON = Field.text("reason", LONGEST, "Why it is ruled so.")
            .must()
            .eg(
                    "Installations stood still in a whole region; the members of the Ops Group agree that this was critical.");

    static final Form DISPUTE =
            Form.of("CategoryDispute", REASON, PROPOSED_CATEGORY, FIRST_EVIDENCE, PARTY, OCCURRED_AT);
    static final Form MORE_EVIDENCE = Form.of("DisputeEvidence", EVIDENCE, REFERENCE, OCCURRED_AT);
    static final Form WITHDRAWAL = Form.of("DisputeWithdrawal", WITHDRAWAL_REASON, OCCURRED_AT);
    static final Form RULING = Form.of("CategoryRuling", CATEGORY, RULING_REASON, OCCURRED_AT);

    static final Field<Integer> LIMIT = Field.integer("limit", 1, 50, "How many at most; default 10.");
    static final Form PRECEDENTS = Form.of("PrecedentsQuery", LIMIT, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    static final Map<String, Form> BODIES = Map.of(
            "disputeCategory", DISPUTE,
            "addDisputeEvidence", MORE_EVIDENCE,
            "withdrawDispute", WITHDRAWAL,
            "ruleOnDispute", RULING);
    static final Map<String, Form> QUERIES = Map.of(
            "findCategoryDisputes", Inquiry.MOMENT,
            "getCategoryDispute", Inquiry.MOMENT,
            "findPrecedents", PRECEDENTS);
}
