package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one Incident, in the order in which it happened; the first step raises it. It can be told to the service command by command,
 * or as lines of an import.
 *
 * @param reference the Incident's external reference, by which it is recognised when told again
 */
public record History(String reference, List<Step> steps) {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Map<String, String> PATHS = Map.of(
            "ASSESS", "impact-assessments",
            "ASSIGN", "assignments",
            "RESPOND", "responses",
            "PAUSE", "pauses",
            "RESUME", "resumptions",
            "ESCALATE", "escalations",
            "COMMUNICATE", "communications",
            "RESOLVE", "resolutions",
            "CLOSE", "closures",
            "REOPEN", "reopenings");

    public History {
        steps = List.copyOf(steps);
    }

    /**
     * @param action as an import names it, for example {@code RESOLVE}
     * @param fields what goes with it, beside when it happened
     */
    public record Step(Instant at, String action, Map<String, Object> fields) {

        private Map<String, Object> line(String reference) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("externalReference", reference);
            line.put("at", at.toString());
            line.put("action", action);
            line.putAll(fields);
            return line;
        }

        private Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>(fields);
            body.put("occurredAt", at.toString());
            return body;
        }
    }

    /** The beginning of an Incident on the registration data interface. */
    public static History raised(String reference, String at, String party, String summary) {
        return raised(reference, at, "RDP", party, summary);
    }

    /** @param at as {@link #london(String)} reads it */
    public static History raised(String reference, String at, String type, String party, String summary) {
        return raised(
                reference,
                at,
                ServiceClient.object(
                        "summary",
                        summary,
                        "type",
                        type,
                        "raisedBy",
                        ServiceClient.object(
                                "party",
                                party,
                                "contactName",
                                "Service Desk",
                                "contactDetails",
                                "service.desk@example.org",
                                "reference",
                                reference),
                        "services",
                        List.of("Registration Data"),
                        "region",
                        "GB-wide",
                        "impact",
                        ServiceClient.object(
                                "level", "MODERATE",
                                "partiesPrevented", 0,
                                "reducedCapacity", false,
                                "workaroundAvailable", true,
                                "dataLoss", "NONE",
                                "financialImpact", "NONE",
                                "businessImpact", "Registration data is late")));
    }

    /** @param fields those of raising, as the API has them */
    public static History raised(String reference, String at, Map<String, Object> fields) {
        return new History(reference, List.of(new Step(london(at), "RAISE", fields)));
    }

    /** Commands only: an import knows no assessments. @param impact the facts that are other than before */
    public History assessed(String at, Map<String, Object> impact, String reason) {
        return then(at, "ASSESS", "impact", impact, "reason", reason);
    }

    public History assigned(String at, String resolver) {
        return then(at, "ASSIGN", "resolver", resolver);
    }

    public History respondedTo(String at) {
        return then(at, "RESPOND");
    }

    public History paused(String at, String reason) {
        return then(at, "PAUSE", "reason", reason);
    }

    public History resumed(String at) {
        return then(at, "RESUME");
    }

    public History resolved(String at, String resolution) {
        return then(at, "RESOLVE", "resolution", resolution);
    }

    public History reopened(String at, String reason) {
        return then(at, "REOPEN", "reason", reason);
    }

    public History escalated(String at, String level, String reason) {
        return then(at, "ESCALATE", "level", level, "reason", reason);
    }

    private History then(String at, String action, @Nullable Object... fields) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(london(at), action, ServiceClient.object(fields)));
        return new History(reference, longer);
    }

    /** Tells it command by command. Told again under the same name, it changes nothing. @return the Incident's id */
    public String tellTo(ServiceClient service, String name) throws IOException {
        String id = "";
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Map<String, Object> body = step.body();
            String path = "/incidents";
            if (i == 0) {
                body.put("externalReference", reference);
            } else {
                path = "/incidents/" + id + "/" + PATHS.get(step.action());
            }
            Answer answer = service.post(path, name + "/" + reference + "/" + i, body)
                    .orFail(step.action() + " of " + reference);
            if (i == 0) {
                id = answer.id();
            }
        }
        return id;
    }

    /** The lines that import these histories, mixed as they happened. */
    public static String lines(List<History> histories) {
        record Line(Instant at, Map<String, Object> line) {}
        return histories.stream()
                .flatMap(history ->
                        history.steps().stream().map(step -> new Line(step.at(), step.line(history.reference()))))
                .sorted(java.util.Comparator.comparing(Line::at))
                .map(line -> ServiceClient.JSON.writeValueAsString(line.line()) + "\n")
                .collect(Collectors.joining());
    }

    /** Imports them. Imported again, they change nothing. @throws IllegalStateException if a line is refused */
    public static Answer tellByImport(ServiceClient service, List<History> histories) throws IOException {
        Answer answer = service.post("/incidents/imports", null, null, "application/x-ndjson", lines(histories))
                .orFail("The import");
        if (answer.json().path("refused").asInt(-1) != 0) {
            throw new IllegalStateException("The import refused lines: " + answer);
        }
        return answer;
    }

    /** An instant with its offset ({@code Z} or another), or else a time on the clocks of London. */
    public static Instant london(String at) {
        boolean hasOffset = at.endsWith("Z") || at.matches(".*[+-]\\d\\d:\\d\\d");
        return hasOffset
                ? java.time.OffsetDateTime.parse(at).toInstant()
                : LocalDateTime.parse(at).atZone(LONDON).toInstant();
    }
}
