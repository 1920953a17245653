package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the open Incidents have been open at {@code asOf}.
 *
 * @param open how many are open
 * @param openOverOneMonth of these, how many have {@code raisedAt + 1 month < asOf}, by calendar in Europe/London
 * @param bands of {@code open}; they add up to it
 * @param groups empty unless grouped; by service an Incident counts in each of its services
 * @param incidents where the Incidents behind {@code open} are listed; each count has its own
 */
public record AgeingReport(
        Instant asOf,
        Instant knownAt,
        long open,
        long openOverOneMonth,
        List<Band> bands,
        List<Group> groups,
        @Nullable String incidents,
        @Nullable String incidentsOverOneMonth) {
    public AgeingReport {
        bands = List.copyOf(bands);
        groups = List.copyOf(groups);
    }

    /** The ages, youngest first; each by calendar in Europe/London, and without those of the ones before. */
    public enum AgeBand {
        UP_TO_1_WEEK,
        UP_TO_2_WEEKS,
        UP_TO_1_MONTH,
        UP_TO_3_MONTHS,
        OVER_3_MONTHS
    }

    /** What the report may be grouped by. */
    public enum GroupBy {
        CATEGORY,
        TYPE,
        RESOLVER,
        REGION,
        SERVICE
    }

    public record Band(AgeBand band, long count, @Nullable String incidents) {}

    /** @param group the category's number, or the name; {@link IncidentFilter#NONE} for those without */
    public record Group(
            String group,
            long open,
            long openOverOneMonth,
            List<Band> bands,
            @Nullable String incidents,
            @Nullable String incidentsOverOneMonth) {
        public Group {
            bands = List.copyOf(bands);
        }
    }

    /** The report over time. */
    public record Trend(Instant knownAt, String step, List<Point> points) {
        public Trend {
            points = List.copyOf(points);
        }
    }

    /**
     * @param raised since the point before (since the beginning of the first step, for the first), likewise the others, so that
     *     {@code open = open before + raised + reopened - resolved}. A filter is judged at each point, as in the report itself; the sum holds
     *     unless it asks for something that changes in the life of an Incident, such as its category or Resolver
     */
    public record Point(Instant asOf, long open, long openOverOneMonth, long raised, long reopened, long resolved) {}
}
