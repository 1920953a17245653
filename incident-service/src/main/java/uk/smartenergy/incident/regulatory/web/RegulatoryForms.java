package uk.smartenergy.incident.regulatory.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.ChallengeKind;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Pages;

/** The forms of bodies and query strings about the register, but for those of submissions. */
final class RegulatoryForms {
    static final int SHORT = 200;
    static final int LONG = 4_000;

    static final Field<Instant> OCCURRED_AT = Field.past("occurredAt", "When it happened, if earlier than now.");
    static final Field<String> EXPLANATION = Field.text("explanation", LONG, "Why.")
            .must()
            .eg("A carrier withdrew from the islands; deliveries go by sea until November.");

    static final Field<ChallengeKind> KIND = Field.choice("kind", ChallengeKind.class, "What is held to be wrong.")
            .must()
            .eg("OTHER");
    static final Field<String> TEXT = Field.text("text", LONG, "The challenge, in the member's words.")
            .must()
            .eg("Some outages in July do not show in the report.");
    static final Field<String> RAISED_BY = Field.line(
            "raisedBy",
            SHORT,
            "Who challenges; default the caller's own party. Only the Ops Group and SECAS may name another.");
    static final Field<List<String>> INCIDENTS = Field.list(
            Field.line("incidents", SHORT, "References of Incidents that the member names, ours or others'."), 500);

    static final Field<String> ACTION_TEXT =
            Field.text("text", LONG, "What is to be done; default the text of the challenge.");
    static final Field<String> WANTED =
            Field.text("text", LONG, "What is to be done.").must().eg("Investigate and report back to the Ops Group.");
    static final Field<String> OWNER =
            Field.line("owner", SHORT, "Who is to do it; default DCC.").eg("DCC");
    static final Field<LocalDate> DUE_ON = Field.date(
            "dueOn", "The last day for it; default some Working Days from when it is raised, by the reference data.");
    static final Form ACTION_TERMS = Form.of("ActionTerms", ACTION_TEXT, OWNER, DUE_ON);
    static final Field<Filled> ACTION = Field.form("action", ACTION_TERMS, "The action that comes of it.");
    static final Form CHALLENGE = Form.of("ReportChallenge", KIND, TEXT, RAISED_BY, INCIDENTS, ACTION, OCCURRED_AT);
    static final Form RAISED_ACTION = Form.of("ReportAction", WANTED, OWNER, DUE_ON, OCCURRED_AT);

    static final Field<String> REPORTED = Field.text("text", LONG, "What came of it so far.")
            .must()
            .eg("Two outages were left out by mistake; a corrected report follows.");
    static final Form ACTION_REPORT = Form.of("ActionReport", REPORTED, OCCURRED_AT);
    static final Field<LocalDate> NEW_DUE_ON =
            Field.date("dueOn", "The new last day for it.").must().eg("2030-01-31");
    static final Field<String> REASON =
            Field.text("reason", LONG, "Why.").must().eg("The service provider's figures arrive a week later.");
    static final Form DUE_DATE = Form.of("ActionDueDate", NEW_DUE_ON, REASON, OCCURRED_AT);
    static final Field<String> NEW_OWNER =
            Field.line("owner", SHORT, "Who is to do it from now on.").must().eg("CSP North");
    static final Form ASSIGNMENT = Form.of("ActionAssignment", NEW_OWNER, OCCURRED_AT);
    static final Field<String> ANSWER =
            Field.text("answer", LONG, "What came of it.").must().eg("The outages are in the corrected report.");
    static final Form COMPLETION = Form.of("ActionCompletion", ANSWER, OCCURRED_AT);

    static final Field<YearMonth> MONTH =
            Field.month("month", "The month of the review; default the present one, or that of asOf.");
    static final Form REGISTER = Form.of("RegisterQuery", MONTH, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    static final Field<String> ABOUT_REPORT = Field.line("report", 10, "Only of the report with this code.");
    static final Field<ReportPeriod> ABOUT_PERIOD = period("Only of this period, such as 2018-08 or 2018-Q3.");
    static final Field<List<ChallengeKind>> KINDS =
            Field.list(Field.choice("kind", ChallengeKind.class, "Only of these kinds."), 4);
    static final Field<Boolean> ANSWERED = Field.flag("answered", "Only those whose action is done, or is not.");
    static final Field<List<ActionView.State>> STATES = Field.list(
            Field.choice(
                    "state", ActionView.State.class, "Only in these states; OPEN,OVERDUE are all that are not done."),
            3);
    static final Field<String> OF_OWNER = Field.line("owner", SHORT, "Only of this owner.");
    static final Field<LocalDate> DUE_TO = Field.date("dueTo", "Only those due that day or before.");
    static final Field<ActionSort> SORT = Field.choice(
            "sort",
            List.of(ActionSort.values()),
            ActionSort::inQuery,
            "What to sort by, with a minus downwards; default dueOn.");

    static final Form SUBMISSIONS = list("SubmissionsQuery", ABOUT_REPORT, ABOUT_PERIOD);
    static final Form CHALLENGES = list("ChallengesQuery", ABOUT_REPORT, ABOUT_PERIOD, KINDS, ANSWERED);
    static final Form ACTIONS = list("ActionsQuery", ABOUT_REPORT, ABOUT_PERIOD, STATES, OF_OWNER, DUE_TO, SORT);

    static final Map<String, Form> BODIES = Map.of(
            "challengeReport", CHALLENGE,
            "raiseAction", RAISED_ACTION,
            "reportOnAction", ACTION_REPORT,
            "moveActionDueDate", DUE_DATE,
            "assignAction", ASSIGNMENT,
            "completeAction", COMPLETION);
    static final Map<String, Form> QUERIES = Map.ofEntries(
            Map.entry("getRegister", REGISTER),
            Map.entry("getRegulatoryReport", Inquiry.MOMENT),
            Map.entry("getReportForPeriod", Inquiry.MOMENT),
            Map.entry("getReportTimeline", Inquiry.MOMENT),
            Map.entry("findLeftOutIncidents", Inquiry.MOMENT),
            Map.entry("findSubmissions", SUBMISSIONS),
            Map.entry("findChallenges", CHALLENGES),
            Map.entry("getChallenge", Inquiry.MOMENT),
            Map.entry("findActions", ACTIONS),
            Map.entry("getAction", Inquiry.MOMENT));

    private RegulatoryForms() {}

    static Field<ReportPeriod> period(String description) {
        return Field.line("period", 7, description)
                .mapIf(
                        text -> ReportPeriod.isValid(text) ? Optional.of(new ReportPeriod(text)) : Optional.empty(),
                        "must be a month such as 2018-08 or a quarter such as 2018-Q3");
    }

    /** A figure with a few decimals; as many digits as are read exactly. */
    static Field<BigDecimal> figure(String name, String description) {
        return Field.decimal(name, BigDecimal.ZERO, new BigDecimal("999999999999"), 3, description);
    }

    static Field<Classification> classification() {
        return Field.choice("classification", Classification.class, "Who may see it; default GREEN.");
    }

    private static Form list(String name, Field<?>... filters) {
        return Form.of(name, filters).and(Pages.LIMIT, Pages.CURSOR, Inquiry.AS_OF, Inquiry.KNOWN_AT);
    }
}
