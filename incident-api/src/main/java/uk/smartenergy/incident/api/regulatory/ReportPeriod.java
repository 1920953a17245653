package uk.smartenergy.incident.api.regulatory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What a report is about: a calendar month such as {@code 2018-08}, or a calendar quarter such as {@code 2018-Q3}. Days are Europe/London's. */
public record ReportPeriod(@JsonValue String value) implements Comparable<ReportPeriod> {
    private static final Pattern FORM = Pattern.compile("(199\\d|20\\d\\d|21\\d\\d)-(0[1-9]|1[0-2]|Q[1-4])");

    @JsonCreator
    public ReportPeriod {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A period is a month such as 2018-08 or a quarter such as 2018-Q3");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public ReportFrequency frequency() {
        return value.charAt(5) == 'Q' ? ReportFrequency.QUARTERLY : ReportFrequency.MONTHLY;
    }

    public LocalDate firstDay() {
        int year = Integer.parseInt(value.substring(0, 4));
        int month = frequency() == ReportFrequency.QUARTERLY
                ? 3 * (value.charAt(6) - '0') - 2
                : Integer.parseInt(value.substring(5));
        return LocalDate.of(year, month, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(frequency().months()).minusDays(1);
    }

    public ReportPeriod next() {
        return frequency().periodOf(lastDay().plusDays(1));
    }

    public ReportPeriod previous() {
        return frequency().periodOf(firstDay().minusDays(1));
    }

    /** By when they begin. */
    @Override
    public int compareTo(ReportPeriod other) {
        return firstDay().compareTo(other.firstDay());
    }

    @Override
    public String toString() {
        return value;
    }
}
