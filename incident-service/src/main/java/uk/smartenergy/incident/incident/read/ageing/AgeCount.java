package uk.smartenergy.incident.incident.read.ageing;

import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.smartenergy.incident.api.incident.AgeingReport.AgeBand;
import uk.smartenergy.incident.api.incident.AgeingReport.Band;
import uk.smartenergy.incident.incident.read.record.Age;

/** Counts open Incidents by age. */
final class AgeCount {
    /** The period that each band ends with; the last has none. */
    private static final Map<AgeBand, Period> ENDS = new EnumMap<>(Map.of(
            AgeBand.UP_TO_1_WEEK, Period.ofWeeks(1),
            AgeBand.UP_TO_2_WEEKS, Period.ofWeeks(2),
            AgeBand.UP_TO_1_MONTH, Age.ONE_MONTH,
            AgeBand.UP_TO_3_MONTHS, Period.ofMonths(3)));

    private final long[] counts = new long[AgeBand.values().length];

    static AgeBand bandOf(Instant raisedAt, Instant asOf) {
        return ENDS.entrySet().stream()
                .filter(band -> !Age.isOver(raisedAt, band.getValue(), asOf))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(AgeBand.OVER_3_MONTHS);
    }

    void add(AgeBand band) {
        counts[band.ordinal()]++;
    }

    long open() {
        return Arrays.stream(counts).sum();
    }

    long openOverOneMonth() {
        return counts[AgeBand.UP_TO_3_MONTHS.ordinal()] + counts[AgeBand.OVER_3_MONTHS.ordinal()];
    }

    List<Band> bands() {
        return Arrays.stream(AgeBand.values())
                .map(band -> new Band(band, counts[band.ordinal()], null))
                .toList();
    }
}
