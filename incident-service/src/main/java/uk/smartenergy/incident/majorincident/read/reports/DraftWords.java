package uk.smartenergy.incident.majorincident.read.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** How a draft words times and facts. */
final class DraftWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(WorkingDays.LONDON);

    private DraftWords() {}

    /** In Europe/London. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    static String of(Duration time) {
        long minutes = time.toMinutes();
        String days = minutes >= 1440 ? minutes / 1440 + " d " : "";
        String hours = minutes >= 60 ? minutes / 60 % 24 + " h " : "";
        return days + hours + minutes % 60 + " min";
    }

    static String of(Enum<?> fact) {
        return fact.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** With a full stop, if it has no end yet. */
    static String ended(String sentence) {
        String stripped = sentence.strip();
        return stripped.isEmpty() || ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }
}
