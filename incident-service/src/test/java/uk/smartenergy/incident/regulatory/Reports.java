package uk.smartenergy.incident.regulatory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport.Standing;
import uk.smartenergy.incident.api.incident.RdpIncidentReport;
import uk.smartenergy.incident.api.shared.Classification;

/** What other views would say, for tests. */
public final class Reports {
    private static final Instant THEN = Instant.parse("2018-10-01T09:00:00Z");

    private Reports() {}

    /** With CPM4 alone. */
    public static PerformanceReport performance(String period, @Nullable String percent) {
        return new PerformanceReport(
                period,
                THEN,
                THEN,
                "",
                List.of(new PerformanceReport.Measure(
                        "CPM4",
                        "Category 1 and 2 Incidents resolved in time",
                        "H13.1",
                        List.of(Category.CATEGORY_1, Category.CATEGORY_2),
                        0,
                        0,
                        0,
                        percent == null ? null : new BigDecimal(percent),
                        100,
                        85,
                        Standing.NOTHING_MEASURED,
                        null,
                        null,
                        null,
                        List.of())),
                List.of(),
                null);
    }

    public static RdpIncidentReport rdp(String period, long openedAndResolved, long unresolved) {
        return new RdpIncidentReport(
                period, THEN, THEN, openedAndResolved, unresolved, 0, unresolved, unresolved, List.of(), List.of());
    }

    public static IncidentView outage(long number, @Nullable String externalReference, Classification classification) {
        return new IncidentView(
                IncidentId.of(number),
                0,
                "No joins in the North",
                IncidentType.SERVICE,
                IncidentState.RAISED,
                Category.CATEGORY_1,
                Category.CATEGORY_1,
                null,
                null,
                false,
                false,
                new IncidentView.RaisedBy("Northwick Energy"),
                null,
                "North",
                List.of(),
                List.of(),
                classification,
                externalReference,
                THEN,
                THEN,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                false,
                0);
    }
}
