package uk.smartenergy.incident.incident.meters;

import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.List;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.platform.metrics.Metric;

/** What Incidents are told apart by: few values, known beforehand. */
final class IncidentTags {
    private IncidentTags() {}

    /** The types that may be counted: Security Incidents are always RED. */
    static List<IncidentType> types() {
        return Arrays.stream(IncidentType.values())
                .filter(type -> type != IncidentType.SECURITY)
                .toList();
    }

    static Tags of(Category category) {
        return Tags.of(Metric.CATEGORY, String.valueOf(category.number()));
    }

    static Tags of(Category category, IncidentType type) {
        return of(category).and(Metric.TYPE, type.name());
    }

    static Tags of(Metric.Target target, Category category) {
        return of(category).and(Metric.TARGET, target.name());
    }
}
