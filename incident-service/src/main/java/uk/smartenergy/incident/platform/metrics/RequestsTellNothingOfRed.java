package uk.smartenergy.incident.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes all changes of Incidents and of their reports, and all requests for backtests, one figure among the HTTP requests: the number of answers "201 Created" to
 * raisings, less the Incidents that are counted as raised, would be the number of RED ones.
 */
final class RequestsTellNothingOfRed implements MeterFilter {
    private static final String REQUESTS = "http.server.requests";
    private static final String TOGETHER = "/api/v1/**";
    private static final List<String> MAY_BE_RED = List.of(
            "/api/v1/incidents",
            "/api/v1/categorisation-policies/backtests",
            "/api/v1/major-incident-reports",
            "/api/v1/planned-maintenance",
            "/api/v1/problems",
            "/api/v1/regulatory-reports",
            "/api/v1/papers");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().equals(REQUESTS)
                || READING.contains(tag(id, "method"))
                || MAY_BE_RED.stream().noneMatch(tag(id, "uri")::startsWith)) {
            return id;
        }
        List<Tag> tags = new ArrayList<>();
        for (Tag tag : id.getTags()) {
            tags.add(
                    switch (tag.getKey()) {
                        case "uri" -> Tag.of("uri", TOGETHER);
                        case "status" -> Tag.of("status", tag.getValue().charAt(0) + "xx");
                        default -> tag;
                    });
        }
        return id.replaceTags(tags);
    }

    private static String tag(Meter.Id id, String key) {
        @Nullable String value = id.getTag(key);
        return value == null ? "" : value;
    }
}
