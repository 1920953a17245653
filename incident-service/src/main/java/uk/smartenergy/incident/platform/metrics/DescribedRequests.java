package uk.smartenergy.incident.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;

/** Gives the framework's meters of HTTP requests the description that they lack and Prometheus wants. */
final class DescribedRequests implements MeterFilter {
    @Override
    public Meter.Id map(Meter.Id id) {
        return switch (id.getName()) {
            case "http.server.requests" -> described(id, "How long HTTP requests took");
            case "http.server.requests.active" -> described(id, "HTTP requests that are being answered");
            default -> id;
        };
    }

    private static Meter.Id described(Meter.Id id, String description) {
        return new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), description, id.getType());
    }
}
