package uk.smartenergy.incident.problem.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.smartenergy.incident.platform.web.Times;

/** A calendar quarter in Europe/London. */
record Quarter(int year, int number) {
    private static final Pattern FORM = Pattern.compile("(199\\d|20\\d\\d|21\\d\\d)-Q([1-4])");
    private static final int MONTHS = 3;

    static Optional<Quarter> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    private LocalDate firstDay() {
        return LocalDate.of(year, MONTHS * (number - 1) + 1, 1);
    }

    Instant from() {
        return firstDay().atStartOfDay(Times.LONDON).toInstant();
    }

    /** The last instant of it. */
    Instant to() {
        return Times.endOf(firstDay().plusMonths(MONTHS).minusDays(1));
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
