package uk.smartenergy.incident.paper.read.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;

/** Numbers and times as the field's papers write them. */
final class Words {
    private static final List<String> SMALL = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);

    private Words() {}

    static String number(long n) {
        return n >= 0 && n < SMALL.size() ? SMALL.get((int) n) : grouped(n);
    }

    static String grouped(long n) {
        return "%,d".formatted(n);
    }

    /** At the beginning of a sentence. */
    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    static String count(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }

    static String is(long n) {
        return n == 1 ? "is" : "are";
    }

    static String was(long n) {
        return n == 1 ? "was" : "were";
    }

    static String has(long n) {
        return n == 1 ? "has" : "have";
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    static String period(ReportPeriod period) {
        String value = period.value();
        return value.charAt(5) == 'Q'
                ? "quarter " + value.charAt(6) + " of " + value.substring(0, 4)
                : month(YearMonth.parse(value));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant at) {
        return day(LocalDate.ofInstant(at, Scope.LONDON));
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(Scope.LONDON));
    }

    static String hours(long minutes) {
        return minutes % 60 == 0 ? "%d h".formatted(minutes / 60) : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }

    /** With a full stop, if it has none. */
    static String sentence(String words) {
        String text = words.strip();
        return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}
