package uk.smartenergy.incident.platform.reference;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Working Days, and time counted in them: a Working Day is neither Saturday, Sunday nor a public holiday, and all of its hours, midnight to
 * midnight in Europe/London, are working time. A clock that starts outside working time starts at the next Working Day's midnight.
 */
public final class WorkingDays {
    /** Where the business calendar runs. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final int FIRST_YEAR_WITH_HOLIDAYS = 1900;
    private static final int LAST_YEAR_WITH_HOLIDAYS = 2199;

    private final IntFunction<Set<LocalDate>> publicHolidays;
    private final Set<LocalDate> extraWorkingDays;
    private final Set<LocalDate> extraHolidays;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    /**
     * @param publicHolidays the public holidays of a year
     * @param extraWorkingDays days that are Working Days whatever else they are
     * @param extraHolidays days that are no Working Days beside the public holidays
     */
    public WorkingDays(
            IntFunction<Set<LocalDate>> publicHolidays, Set<LocalDate> extraWorkingDays, Set<LocalDate> extraHolidays) {
        this.publicHolidays = publicHolidays;
        this.extraWorkingDays = Set.copyOf(extraWorkingDays);
        this.extraHolidays = Set.copyOf(extraHolidays);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (extraWorkingDays.contains(day)) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !extraHolidays.contains(day)
                && !publicHolidaysOf(day.getYear()).contains(day);
    }

    private Set<LocalDate> publicHolidaysOf(int year) {
        if (year < FIRST_YEAR_WITH_HOLIDAYS || year > LAST_YEAR_WITH_HOLIDAYS) {
            return Set.of();
        }
        return byYear.computeIfAbsent(year, publicHolidays::apply);
    }

    /** When that much working time has passed since then: the earliest such instant. */
    public Instant plusWorkingTime(Instant start, Duration workingTime) {
        Instant at = start;
        Duration left = workingTime;
        LocalDate day = LocalDate.ofInstant(start, LONDON);
        while (true) {
            Instant nextMidnight = midnight(day.plusDays(1));
            if (isWorkingDay(day)) {
                Duration today = Duration.between(at, nextMidnight);
                if (left.compareTo(today) <= 0) {
                    return at.plus(left);
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            at = nextMidnight;
        }
    }

    /** How much working time lies between; zero if the end is not after the beginning. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        Instant at = from;
        LocalDate day = LocalDate.ofInstant(from, LONDON);
        while (at.isBefore(to)) {
            Instant nextMidnight = midnight(day.plusDays(1));
            if (isWorkingDay(day)) {
                sum = sum.plus(Duration.between(at, nextMidnight.isBefore(to) ? nextMidnight : to));
            }
            day = day.plusDays(1);
            at = nextMidnight;
        }
        return sum;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }
}
