package uk.smartenergy.incident.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How points in time are read from requests. */
public final class Times {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern END_OF_DAY =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T24:00(?::00(?:\\.0+)?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Times() {}

    /** An instant with offset, between 1990 and 2200; empty if it is not one. */
    public static Optional<Instant> instant(String text) {
        try {
            // In a query string an unescaped plus arrives as a blank.
            Instant instant = parsed(text.replace(' ', '+'));
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException unparsable) {
            return Optional.empty();
        }
    }

    /** The end of a day may be written as 24:00. */
    private static Instant parsed(String text) {
        Matcher endOfDay = END_OF_DAY.matcher(text);
        return endOfDay.matches()
                ? OffsetDateTime.parse(endOfDay.group(1) + "T00:00" + endOfDay.group(2))
                        .plusDays(1)
                        .toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    /** An instant, or a plain date, which means its last instant in London. */
    public static Optional<Instant> endingAt(String text) {
        return DATE.matcher(text).matches() ? date(text).map(Times::endOf) : instant(text);
    }

    /** An instant, or a plain date, which means its first instant in London. */
    public static Optional<Instant> startingAt(String text) {
        return DATE.matcher(text).matches()
                ? date(text).map(date -> date.atStartOfDay(LONDON).toInstant())
                : instant(text);
    }

    /** The last nanosecond of a day in London, so that all of the day counts. */
    public static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(LONDON).toInstant().minusNanos(1);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < 1990 || date.getYear() >= 2200 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException unparsable) {
            return Optional.empty();
        }
    }
}
