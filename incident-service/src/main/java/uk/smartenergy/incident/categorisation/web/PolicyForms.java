package uk.smartenergy.incident.categorisation.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.platform.reference.WorkingDays;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The forms of bodies and query strings about policies. A policy itself is read by the reference data, in the forms that its files have. */
final class PolicyForms {
    private PolicyForms() {}

    static final Form KNOWN = Form.of("PoliciesQuery", Inquiry.KNOWN_AT);
    static final Form NOTHING = Form.of("NoQuery");

    static final Field<LocalDate> FROM = Field.startingAt(
                    "from", "The day in Europe/London from which on it counts; default today.")
            .map(instant -> LocalDate.ofInstant(instant, WorkingDays.LONDON));
    static final Field<LocalDate> EFFECTIVE_FROM = Field.startingAt("effectiveFrom", "The same as from.")
            .map(instant -> LocalDate.ofInstant(instant, WorkingDays.LONDON));
    static final Field<String> REASON =
            Field.text("reason", 4_000, "Why.").eg("Agreed by the Operations Group in August 2018");
    static final Form ACTIVATION = Form.of("PolicyActivation", FROM, EFFECTIVE_FROM, REASON);
    static final Form RETIREMENT = Form.of("PolicyRetirement", FROM, REASON);

    /** For the published description. */
    static final Form POLICY = Form.of(
            "Policy",
            part(
                    "version",
                    "string",
                    "Its name for ever: letters, digits, dots, hyphens and underscores.",
                    "five-parties"),
            part("name", "string", "For people; default the version.", "Five parties are a large group"),
            part("description", "string", "What it is.", "As dcc-reading, with five parties as a large group."),
            part(
                    "basedOn",
                    "string",
                    "The version that what is left out is taken from; default the one in force.",
                    "dcc-reading"),
            part(
                    "effectiveFrom",
                    "string",
                    "The first day it may be in force, in Europe/London; default that of the one it is based on.",
                    null),
            part("days", "string", "What a plain day is in targets: WORKING_DAYS (default) or CALENDAR_DAYS.", null),
            part(
                    "limbs",
                    "array",
                    "Any that is met is enough, the gravest category counts, and every combination of facts must meet one. Each has code, category, text,"
                            + " interpretation, and when: level, partiesPrevented {atLeast}, reducedCapacity, workaroundAvailable, dataLoss,"
                            + " financialImpact, businessProcesses, anyOf; all must hold.",
                    exampleLimbs()),
            part(
                    "targets",
                    "array",
                    "By category: initialResponse and resolution, such as 4 hours.",
                    List.of(target())),
            part("communications", "object", "By category: how often an update follows, or on change.", null),
            part("escalations", "object", "By category: a list of {at, level}, such as 75% of resolution.", null),
            part("told", "object", "By category: who is told.", null));

    private static Field<JsonNode> part(String name, String type, String description, @Nullable Object example) {
        return new Field<>(name, description, false, Map.of("type", type), example, (value, pointer, reading) -> value);
    }

    private static Map<String, Object> target() {
        return Map.of(
                "category", 1, "initialResponse", "10 minutes", "resolution", "4 hours", "communications", "1 hour");
    }

    private static List<Map<String, Object>> exampleLimbs() {
        return List.of(
                limb(
                        "parties-prevented",
                        1,
                        "At least five Incident Parties are prevented from using live services",
                        Map.of("partiesPrevented", Map.of("atLeast", 5))),
                limb("critical", 1, "Critical adverse impact", Map.of("level", "CRITICAL")),
                limb("non-critical", 2, "Non-critical adverse impact", Map.of("level", "NON_CRITICAL")),
                limb("moderate", 3, "Moderate adverse impact", Map.of("level", "MODERATE")),
                limb("minor", 4, "Minor adverse impact", Map.of("level", "MINOR")),
                limb("minimal", 5, "Minimal impact", Map.of("level", "MINIMAL")));
    }

    private static Map<String, Object> limb(String code, int category, String text, Map<String, Object> when) {
        Map<String, Object> limb = new LinkedHashMap<>();
        limb.put("code", code);
        limb.put("category", category);
        limb.put("text", text);
        limb.put("when", when);
        return limb;
    }
}
