package uk.smartenergy.incident.api.regulatory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * What is on record of a report for a period within a circle of readers: {@code REG-PMR-2018-07} for what is WHITE or GREEN, and records of their own
 * with {@code -AMBER} and {@code -RED} after it. So nothing of a wider record, not even its version, changes by what a narrower one holds.
 *
 * @param report its code, such as {@code PMR}
 */
public record RegisterRecord(String report, ReportPeriod period, Circle circle) {
    private static final Pattern FORM = Pattern.compile("REG-([A-Z][A-Z0-9]{1,9})-(\\d{4}-\\w{2})(-AMBER|-RED)?");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

    /** Who may know of it: a group of classifications. */
    public enum Circle {
        WIDE(""),
        AMBER("-AMBER"),
        RED("-RED");

        private final String suffix;

        Circle(String suffix) {
            this.suffix = suffix;
        }

        public static Circle of(Classification classification) {
            return switch (classification) {
                case WHITE, GREEN -> WIDE;
                case AMBER -> AMBER;
                case RED -> RED;
            };
        }
    }

    public RegisterRecord {
        if (!isCode(report)) {
            throw new IllegalArgumentException("A report's code is capital letters and digits");
        }
    }

    /** Whether something may be the code of a report. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** What a reference stands for; empty if it is none of the register. */
    public static Optional<RegisterRecord> parse(String id) {
        Matcher parts = FORM.matcher(id);
        if (!parts.matches() || !ReportPeriod.isValid(parts.group(2))) {
            return Optional.empty();
        }
        Circle circle = parts.group(3) == null
                ? Circle.WIDE
                : Circle.valueOf(parts.group(3).substring(1));
        return Optional.of(new RegisterRecord(parts.group(1), new ReportPeriod(parts.group(2)), circle));
    }

    /** The reference, also the name of the stream. */
    public String id() {
        return "REG-" + report + "-" + period + circle.suffix;
    }

    @Override
    public String toString() {
        return id();
    }
}
