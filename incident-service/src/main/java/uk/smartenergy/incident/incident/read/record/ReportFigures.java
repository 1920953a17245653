package uk.smartenergy.incident.incident.read.record;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * A report as its figures, each with the Incidents behind it, so that two of its answers can be compared. Each report that can be compared has one
 * of these in its own room.
 */
public interface ReportFigures {

    /** The report's name, as in its path. */
    String report();

    /** As of when the report on a period is taken if nobody says. */
    Instant asOf(YearMonth period, Instant now);

    /**
     * The figures, always the same ones in the same order, whether or not anything is counted.
     *
     * @param moment with an {@code asOf}
     */
    List<Figure> of(Viewer viewer, Moment moment, YearMonth period);

    /**
     * @param name as in the report, dotted where nested
     * @param value {@code null} if there is none, such as a share of nothing
     * @param incidents those behind it, each with what it counts as; one that comes to count as something else has moved
     */
    record Figure(String name, @Nullable BigDecimal value, Map<IncidentId, String> incidents) {
        public Figure {
            incidents = Map.copyOf(incidents);
        }

        /** How many. */
        public static Figure count(String name, Set<IncidentId> incidents) {
            return new Figure(
                    name,
                    BigDecimal.valueOf(incidents.size()),
                    incidents.stream().collect(toMap(Function.identity(), any -> "")));
        }
    }
}
