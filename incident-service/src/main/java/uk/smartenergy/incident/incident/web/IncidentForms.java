package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.ImpactChange;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;

/** The forms of the bodies about Incidents: from them bodies are read, and their description is published. */
final class IncidentForms {
    static final int SHORT = 120;
    static final int LONG = 4_000;
    static final int LONGEST = 20_000;

    /** When it happened; on every body. */
    static final Field<Instant> OCCURRED_AT =
            Field.past("occurredAt", "When it happened, if earlier than now; never later. Recorded is always now.");

    static final Field<String> COMMENT =
            Field.text("comment", LONG, "A remark.").eg("Seen by the service desk");
    static final Field<String> REASON = Field.text("reason", LONG, "Why.");
    static final Field<String> GIVEN_REASON = REASON.must().eg("Waiting for logs from the raiser");

    // Raising
    static final Field<String> SUMMARY = Field.text("summary", 300, "What is wrong, in a line.")
            .must()
            .eg("Install and commission failing for SMETS2 devices in the North");
    static final Field<String> DESCRIPTION = Field.text("description", LONGEST, "All that is known.")
            .eg("Since 09:10 join requests time out; about 40 installations are affected so far.");
    static final Field<IncidentType> TYPE = Field.choice(
                    "type", IncidentType.class, "What it is about; SECURITY is always RED and wants clearance.")
            .must()
            .eg("SERVICE");
    static final Field<String> PARTY = Field.line("party", SHORT, "The organisation that raises it.")
            .must()
            .eg("Northwick Energy");
    static final Field<String> CONTACT_NAME =
            Field.line("contactName", SHORT, "Whom to ask.").must().eg("Sam Field");
    static final Field<String> CONTACT_DETAILS = Field.line("contactDetails", 300, "How to reach them.")
            .must()
            .eg("sam.field@northwick.example, 0131 496 0000");
    static final Field<String> RAISERS_REFERENCE =
            Field.line("reference", SHORT, "The raiser's own reference.").eg("NW-2041");
    static final Form RAISER = Form.of("Raiser", PARTY, CONTACT_NAME, CONTACT_DETAILS, RAISERS_REFERENCE);
    static final Field<Raiser> RAISED_BY = Field.form("raisedBy", RAISER, "Who raises it.", IncidentForms::raiser)
            .must();

    // Impact
    static final Field<ImpactLevel> LEVEL = Field.choice("level", ImpactLevel.class, "How bad the adverse impact is.")
            .eg("NON_CRITICAL");
    static final Field<ImpactLevel> GIVEN_LEVEL = LEVEL.must();
    static final Field<Integer> PARTIES_PREVENTED = Field.integer(
                    "partiesPrevented", 0, 1_000_000, "How many Incident Parties cannot use live services; default 0.")
            .eg(3);
    static final Field<Boolean> REDUCED_CAPACITY = Field.flag(
                    "reducedCapacity", "Whether the service runs at reduced capacity; default false.")
            .eg(true);
    static final Field<Boolean> WORKAROUND_AVAILABLE = Field.flag(
                    "workaroundAvailable", "Whether a workaround reduces the impact to moderate; default false.")
            .eg(false);
    static final Field<DataLoss> DATA_LOSS = Field.choice(
                    "dataLoss", DataLoss.class, "Loss or corruption of DCC data; default NONE.")
            .eg("NONE");
    static final Field<FinancialImpact> FINANCIAL_IMPACT = Field.choice(
                    "financialImpact", FinancialImpact.class, "Financial loss or disruption; default NONE.")
            .eg("TRIVIAL");
    static final Field<String> BUSINESS_IMPACT = Field.text(
                    "businessImpact", LONG, "The impact in words; it decides nothing.")
            .eg("Field engineers leave without commissioning.");
    static final Form IMPACT_FACTS = Form.of(
            "Impact",
            GIVEN_LEVEL,
            PARTIES_PREVENTED,
            REDUCED_CAPACITY,
            WORKAROUND_AVAILABLE,
            DATA_LOSS,
            FINANCIAL_IMPACT,
            BUSINESS_IMPACT);
    static final Field<Impact> IMPACT = Field.form(
                    "impact",
                    IMPACT_FACTS,
                    "What it does to Incident Parties; the category follows by the policy.",
                    IncidentForms::impact)
            .must();
    static final Form IMPACT_CHANGE = Form.of(
            "ImpactChange",
            LEVEL,
            PARTIES_PREVENTED,
            REDUCED_CAPACITY,
            WORKAROUND_AVAILABLE,
            DATA_LOSS,
            FINANCIAL_IMPACT,
            BUSINESS_IMPACT);
    static final Field<Filled> CHANGED_IMPACT =
            Field.form("impact", IMPACT_CHANGE, "Any of the facts; what is left out stands as it was.");

    static final Field<Category> PROPOSED_CATEGORY = Field.integer(
                    "proposedCategory", 1, 5, "The category that the raiser proposes.")
            .map(Category::of)
            .eg(2);
    static final Field<String> TRIAGE =
            Field.text("triage", LONG, "What the raiser has tried.").eg("Two hubs exchanged, same result.");
    static final Field<List<IncidentId>> RELATED = Field.list(
            Field.line("relatedIncidents", 15, "References of Incidents that have to do with it.")
                    .mapIf(IncidentForms::id, "must be INC and 12 digits"),
            50);
    static final Field<String> EXTERNAL_REFERENCE = Field.line(
                    "externalReference", SHORT, "Its reference in another system.")
            .eg("SD-77310");
    static final Field<String> DEVICE =
            Field.line("deviceOrMeterPoint", SHORT, "Device or meter point, where relevant.");
    static final Field<Classification> CLASSIFICATION = Field.choice(
                    "classification", Classification.class, "Who may see it; default GREEN. RED wants clearance.")
            .eg("GREEN");

    // The life
    static final Field<String> RESOLVER = Field.line("resolver", SHORT, "Who is responsible for resolving it.")
            .must()
            .eg("CSP North");
    static final Field<String> EVIDENCE = Field.text("evidence", LONG, "What shows that it waits for the raiser.");
    static final Field<String> RESOLUTION = Field.text("resolution", LONGEST, "How it was resolved.")
            .must()
            .eg("Certificate chain on the gateway renewed; joins succeed since 12:40.");
    static final Field<LinkType> LINK_TYPE = Field.choice("type", LinkType.class, "How the two are related.")
            .must()
            .eg("PROBLEM");
    static final Field<String> TARGET =
            Field.line("target", SHORT, "The other record's reference.").must().eg("PBI000000000012");
    static final Field<Integer> RATING =
            Field.integer("rating", 1, 5, "1 (poor) to 5 (good).").must().eg(4);

    // Communications
    static final Field<String> TEXT = Field.text("text", LONGEST, "The update itself.")
            .must()
            .eg("Installations in the North fail. The cause is found; a fix is being tested.");
    static final Field<String> AFFECTED =
            Field.text("affected", LONG, "What is affected.").eg("Install & Commission");
    static final Field<String> WHO_IS_AFFECTED =
            Field.text("whoIsAffected", LONG, "Which parties or consumers.").eg("All Suppliers in the North");
    static final Field<Instant> SINCE = Field.instant("since", "Since when.");
    static final Field<String> WORKAROUND = Field.text("workaround", LONG, "What to do meanwhile.");
    static final Field<Instant> NEXT_UPDATE_DUE = Field.instant("nextUpdateDue", "When the next update follows.");
    static final Field<Instant> EXPECTED_FIX = Field.instant("expectedFix", "When the fix is expected.");

    static final Field<String> TEMPLATE = Field.line(
            "template",
            SHORT,
            "The code of the template that this follows; all that it requires must then be given. Default: that of the category.");

    static final Form ASSIGNMENT = Form.of("Assignment", RESOLVER, REASON, OCCURRED_AT);
    static final Form REMARK = Form.of("Remark", COMMENT, OCCURRED_AT);
    static final Form PAUSE = Form.of("Pause", GIVEN_REASON, EVIDENCE, OCCURRED_AT);
    static final Form RESOLVING = Form.of("Resolving", RESOLUTION, OCCURRED_AT);
    static final Form REOPENING = Form.of("Reopening", GIVEN_REASON, OCCURRED_AT);
    static final Form COMMUNICATION = Form.of(
            "Communication",
            TEXT,
            AFFECTED,
            WHO_IS_AFFECTED,
            SINCE,
            WORKAROUND,
            NEXT_UPDATE_DUE,
            EXPECTED_FIX,
            TEMPLATE,
            OCCURRED_AT);
    static final Form RATE = Form.of("Rating", RATING, COMMENT, OCCURRED_AT);
    static final Form LINK = Form.of("Link", LINK_TYPE, TARGET, COMMENT, OCCURRED_AT);

    // With words of the reference data
    final Field<List<String>> services;
    final Field<List<String>> businessProcesses;
    final Field<String> region;
    final Field<String> level;
    final Form raising;
    final Form assessment;
    /** The facts may also stand beside the other fields. */
    final Form flatAssessment;

    final Form escalation;

    IncidentForms(Words words) {
        services = Field.list(
                        Field.word("services", words::service, words::services, "The services that are affected."), 20)
                .eg(List.of("WAN"));
        businessProcesses = Field.list(
                        Field.word(
                                "businessProcesses",
                                words::businessProcess,
                                words::businessProcesses,
                                "The Business Processes that are affected."),
                        20)
                .eg(List.of("Install & Commission"));
        region = Field.word("region", words::region, words::regions, "Where.").eg("North");
        level = Field.word("level", words::escalationLevel, words::escalationLevels, "To whom it goes.")
                .must()
                .eg("SERVICE_MANAGER");
        raising = Form.of(
                "Raising",
                SUMMARY,
                DESCRIPTION,
                TYPE,
                RAISED_BY,
                OCCURRED_AT,
                services,
                businessProcesses,
                region,
                DEVICE,
                IMPACT,
                PROPOSED_CATEGORY,
                TRIAGE,
                RELATED,
                EXTERNAL_REFERENCE,
                CLASSIFICATION);
        assessment = Form.of("Assessment", CHANGED_IMPACT, businessProcesses, REASON, OCCURRED_AT);
        flatAssessment = assessment.and(IMPACT_CHANGE.fields().toArray(Field<?>[]::new));
        escalation = Form.of("Escalation", level, GIVEN_REASON, OCCURRED_AT);
    }

    Map<String, Form> byOperation() {
        Map<String, Form> forms = new HashMap<>();
        forms.put("raiseIncident", raising);
        forms.put("assessImpact", assessment);
        forms.put("assignIncident", ASSIGNMENT);
        forms.put("respondToIncident", REMARK);
        forms.put("pauseIncident", PAUSE);
        forms.put("resumeIncident", REMARK);
        forms.put("resolveIncident", RESOLVING);
        forms.put("closeIncident", REMARK);
        forms.put("reopenIncident", REOPENING);
        forms.put("escalateIncident", escalation);
        forms.put("communicateIncident", COMMUNICATION);
        forms.put("rateCommunication", RATE);
        forms.put("linkIncident", LINK);
        forms.putAll(DisputeForms.BODIES);
        return forms;
    }

    static Optional<IncidentId> id(String text) {
        return IncidentId.isValid(text) ? Optional.of(new IncidentId(text)) : Optional.empty();
    }

    private static Optional<Raiser> raiser(Filled in) {
        String party = in.get(PARTY);
        return party == null
                ? Optional.empty()
                : Optional.of(
                        new Raiser(party, in.get(CONTACT_NAME), in.get(CONTACT_DETAILS), in.get(RAISERS_REFERENCE)));
    }

    private static Optional<Impact> impact(Filled in) {
        ImpactLevel level = in.get(GIVEN_LEVEL);
        return level == null
                ? Optional.empty()
                : Optional.of(new Impact(
                        level,
                        in.or(PARTIES_PREVENTED, 0),
                        in.or(REDUCED_CAPACITY, false),
                        in.or(WORKAROUND_AVAILABLE, false),
                        in.or(DATA_LOSS, DataLoss.NONE),
                        in.or(FINANCIAL_IMPACT, FinancialImpact.NONE),
                        in.get(BUSINESS_IMPACT)));
    }

    /** @param nested the facts under {@code impact}; they go before those beside it */
    static ImpactChange change(@Nullable Filled nested, Filled flat) {
        return new ImpactChange(
                of(LEVEL, nested, flat),
                of(PARTIES_PREVENTED, nested, flat),
                of(REDUCED_CAPACITY, nested, flat),
                of(WORKAROUND_AVAILABLE, nested, flat),
                of(DATA_LOSS, nested, flat),
                of(FINANCIAL_IMPACT, nested, flat),
                of(BUSINESS_IMPACT, nested, flat));
    }

    private static <T extends Object> @Nullable T of(Field<T> field, @Nullable Filled nested, Filled flat) {
        T value = nested == null ? null : nested.get(field);
        return value != null ? value : flat.get(field);
    }

    static CommunicationContent content(Filled in) {
        return new CommunicationContent(
                in.need(TEXT),
                in.get(AFFECTED),
                in.get(WHO_IS_AFFECTED),
                in.get(SINCE),
                in.get(WORKAROUND),
                in.get(NEXT_UPDATE_DUE),
                in.get(EXPECTED_FIX));
    }
}
