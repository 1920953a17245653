package uk.smartenergy.incident.problem.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.reference.Vocabulary;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;

/** The forms of the bodies about Problems. */
final class ProblemForms {
    static final int SHORT = 120;
    static final int LONG = 4_000;
    static final int LONGEST = 20_000;
    private static final String CHANGE = "must be CRQ and 12 digits";
    private static final String INCIDENT_FORM = "must be INC and 12 digits";

    static final Field<Instant> OCCURRED_AT =
            Field.past("occurredAt", "When it happened, if earlier than now; never later. Recorded is always now.");
    static final Field<String> TITLE = Field.line(
                    "title", 300, "What is wrong, in a line. May be left out where a suggestion is followed.")
            .eg("Installs in the North do not ramp up");
    static final Field<String> DESCRIPTION = Field.text("description", LONGEST, "All that is known.")
            .eg("Install and commission fails for hubs in the CSP North region, with no clear timescale.");
    static final Field<ProblemReason> REASON = Field.choice(
                    "reason",
                    ProblemReason.class,
                    "Why it is opened; default that of the suggestion, else UNKNOWN_CAUSE.")
            .eg("TREND");
    static final Field<ProblemPriority> PRIORITY =
            priority("priority", "How urgent it is: P1 to P4; default P3.").eg("P2");
    static final Field<String> OWNER = Field.line("owner", SHORT, "Who looks for the cause and puts it right.")
            .eg("CSP North");
    static final Field<List<IncidentId>> INCIDENTS = Field.list(
            Field.line("incidents", 15, "The Incidents behind which it lies.")
                    .mapIf(ProblemForms::incident, INCIDENT_FORM),
            200);
    static final Field<String> SYMPTOMS = Field.text(
                    "symptoms", LONG, "How it shows; with the title, this is what new Incidents are compared with.")
            .eg("Commissioning of the hub times out at the join");
    static final Field<String> WORKAROUND =
            Field.text("workaround", LONG, "What to do meanwhile; makes it a known error.");
    static final Field<String> ROOT_CAUSE = Field.text("rootCause", LONGEST, "Why it happens.");
    static final Field<LocalDate> TARGET_DATE = Field.date("targetDate", "By when it is to be closed.");
    static final Field<String> FIX_REFERENCE = Field.line("fixReference", 15, "The Change that puts it right.")
            .mapIf(text -> text.matches("CRQ\\d{12}") ? Optional.of(text) : Optional.empty(), CHANGE);
    static final Field<Classification> CLASSIFICATION = Field.choice(
            "classification",
            Classification.class,
            "Who may see it; default the narrowest of its Incidents, GREEN without any. RED wants clearance.");
    static final Field<SuggestionId> SUGGESTION = Field.line(
                    "suggestion", 15, "The suggestion that it follows; all its Incidents are linked.")
            .mapIf(
                    text -> SuggestionId.isValid(text) ? Optional.of(new SuggestionId(text)) : Optional.empty(),
                    "must be SUG and 12 digits");

    static final Field<IncidentId> INCIDENT = Field.line("incident", 15, "The Incident.")
            .mapIf(ProblemForms::incident, INCIDENT_FORM)
            .must()
            .eg("INC000000000001");
    static final Field<String> COMMENT = Field.text("comment", LONG, "A remark.");
    static final Field<String> WHY = Field.text("reason", LONG, "Why.").eg("As agreed with the Ops Group");
    static final Field<String> GIVEN_WHY = WHY.must();
    static final Field<LocalDate> NEW_TARGET_DATE = Field.date(
                    "targetDate", "By when it is to be closed; null: there is no timescale. Must be said either way.")
            .eg("2030-03-29");
    static final Field<LocalDate> PLANNED_FOR = Field.date("plannedFor", "When the Change is planned for.");
    static final Field<String> NOTE = Field.text("text", LONGEST, "The note.")
            .must()
            .eg("Hub variant of the mesh region to be confirmed against the CHIMSM.");

    static final Form LINK = Form.of("ProblemIncident", INCIDENT, COMMENT, OCCURRED_AT);
    static final Form REMOVAL = Form.of("ProblemIncidentRemoval", INCIDENT, WHY, OCCURRED_AT);
    static final Field<String> GIVEN_OWNER = OWNER.must();
    static final Form ASSIGNMENT = Form.of("ProblemAssignment", GIVEN_OWNER, WHY, OCCURRED_AT);
    static final Field<String> GIVEN_CAUSE =
            ROOT_CAUSE.must().eg("The hub firmware drops the join when the mesh is larger than 64 nodes.");
    static final Form ROOT_CAUSES = Form.of("ProblemRootCause", GIVEN_CAUSE, OCCURRED_AT);
    static final Field<String> GIVEN_WORKAROUND =
            WORKAROUND.must().eg("Power the hub down for ten minutes and commission again.");
    static final Form WORKAROUNDS = Form.of("ProblemWorkaround", GIVEN_WORKAROUND, OCCURRED_AT);
    static final Field<ProblemPriority> GIVEN_PRIORITY = PRIORITY.must();
    static final Form PRIORITIES = Form.of("ProblemPriority", GIVEN_PRIORITY, WHY, OCCURRED_AT);
    static final Form TARGET_DATES = Form.of("ProblemTargetDate", NEW_TARGET_DATE, WHY, OCCURRED_AT);
    static final Field<String> GIVEN_FIX = FIX_REFERENCE.must().eg("CRQ000000004711");
    static final Form FIXES = Form.of("ProblemFix", GIVEN_FIX, PLANNED_FOR, OCCURRED_AT);
    static final Form NOTES = Form.of("ProblemNote", NOTE, OCCURRED_AT);
    static final Form CLOSURE = Form.of("ProblemClosure", ROOT_CAUSE, WHY, FIX_REFERENCE, OCCURRED_AT);
    static final Form REOPENING = Form.of("ProblemReopening", GIVEN_WHY, OCCURRED_AT);
    static final Form DISMISSAL = Form.of("SuggestionDismissal", GIVEN_WHY, OCCURRED_AT);

    final Field<List<String>> services;
    final Field<List<String>> regions;
    final Field<String> region;
    final Field<List<String>> businessProcesses;
    final Form opening;

    ProblemForms(Vocabulary words) {
        services = Field.list(
                        Field.word("services", words::service, words::services, "The services that are affected."), 20)
                .eg(List.of("WAN"));
        regions = Field.list(Field.word("regions", words::region, words::regions, "Where it shows."), 10)
                .eg(List.of("North"));
        region = Field.word("region", words::region, words::regions, "Where it shows, if in one region only.");
        businessProcesses = Field.list(
                Field.word(
                        "businessProcesses",
                        words::businessProcess,
                        words::businessProcesses,
                        "The Business Processes that are affected."),
                20);
        opening = Form.of(
                "Problem",
                TITLE,
                DESCRIPTION,
                REASON,
                services,
                regions,
                region,
                businessProcesses,
                PRIORITY,
                OWNER,
                INCIDENTS,
                SYMPTOMS,
                WORKAROUND,
                ROOT_CAUSE,
                TARGET_DATE,
                FIX_REFERENCE,
                CLASSIFICATION,
                SUGGESTION,
                OCCURRED_AT);
    }

    Map<String, Form> byOperation() {
        Map<String, Form> forms = new HashMap<>();
        forms.put("openProblem", opening);
        forms.put("linkIncidentToProblem", LINK);
        forms.put("removeIncidentFromProblem", REMOVAL);
        forms.put("assignProblem", ASSIGNMENT);
        forms.put("stateRootCause", ROOT_CAUSES);
        forms.put("stateWorkaround", WORKAROUNDS);
        forms.put("prioritiseProblem", PRIORITIES);
        forms.put("setTargetDate", TARGET_DATES);
        forms.put("planFix", FIXES);
        forms.put("noteOnProblem", NOTES);
        forms.put("closeProblem", CLOSURE);
        forms.put("reopenProblem", REOPENING);
        forms.put("dismissSuggestion", DISMISSAL);
        return forms;
    }

    /** Both ways in which regions are said, together. */
    List<String> regions(Filled in) {
        Set<String> all = new LinkedHashSet<>(in.all(regions));
        String one = in.get(region);
        if (one != null) {
            all.add(one);
        }
        return List.copyOf(all);
    }

    /** P1 to P4, also without the letter, as text or number. */
    static Field<ProblemPriority> priority(String name, String description) {
        Map<String, Object> schema = Map.of("type", "string", "enum", List.of("P1", "P2", "P3", "P4"));
        return new Field<>(name, description, false, schema, null, (value, pointer, reading) -> {
            ProblemPriority priority = priority(value);
            if (priority == null) {
                reading.faults().add(pointer, "must be one of P1, P2, P3, P4");
            }
            return priority;
        });
    }

    private static @Nullable ProblemPriority priority(JsonNode value) {
        String text = value.isString()
                ? value.stringValue().strip().toUpperCase(Locale.ROOT)
                : value.isIntegralNumber() ? value.toString() : "";
        String named = text.startsWith("P") ? text : "P" + text;
        for (ProblemPriority priority : ProblemPriority.values()) {
            if (priority.name().equals(named)) {
                return priority;
            }
        }
        return null;
    }

    private static Optional<IncidentId> incident(String text) {
        return IncidentId.isValid(text) ? Optional.of(new IncidentId(text)) : Optional.empty();
    }
}
