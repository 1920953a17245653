package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;

/** Ages by calendar in Europe/London: 31 January and one month is 28 or 29 February. */
public final class Age {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final Period ONE_MONTH = Period.ofMonths(1);

    private Age() {}

    /** When something of that time becomes older than this period: it is, after this instant. */
    public static Instant endOf(Instant from, Period period) {
        return from.atZone(LONDON).plus(period).toInstant();
    }

    /** The first instant of a month. */
    public static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(LONDON).toInstant();
    }

    /** Whether the period is over; exactly its end is not. */
    public static boolean isOver(Instant from, Period period, Instant asOf) {
        // The calendar is slow, and needed only where the lengths of months and the change of clocks matter.
        long months = period.toTotalMonths();
        long age = Duration.between(from, asOf).toDays();
        if (months >= 0 && period.getDays() >= 0) {
            if (age < months * 28 + period.getDays() - 1) {
                return false;
            }
            if (age > months * 31 + period.getDays() + 1) {
                return true;
            }
        }
        return endOf(from, period).isBefore(asOf);
    }
}
