package uk.smartenergy.incident.incident.read.performance;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.smartenergy.incident.api.incident.TargetClocks.Clock;
import uk.smartenergy.incident.api.incident.TargetClocks.InForce;
import uk.smartenergy.incident.incident.read.record.Age;

/** A target clock in one sentence. */
final class ClockWords {
    private static final DateTimeFormatter IN_LONDON =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.UK).withZone(Age.LONDON);

    private ClockWords() {}

    static String of(Clock clock) {
        List<String> parts = new ArrayList<>();
        parts.add("Used %s of the %s that Category %d has"
                .formatted(
                        words(clock.usedTime()),
                        clock.targetTime(),
                        clock.category().number()));
        parts.add("due at " + IN_LONDON.format(clock.dueAt()));
        add(parts, "paused", clock.pausedTime());
        add(parts, "out of hours", clock.outOfHoursTime());
        add(parts, "resolved and re-opened after", clock.stoppedTime());
        List<InForce> before = clock.targets().subList(0, clock.targets().size() - 1);
        for (InForce target : before) {
            parts.add("it was Category %d (%s) until %s"
                    .formatted(target.category().number(), target.targetTime(), IN_LONDON.format(target.to())));
        }
        return String.join("; ", parts) + ".";
    }

    private static void add(List<String> parts, String what, Duration time) {
        if (!time.isZero()) {
            parts.add(what + " " + words(time));
        }
    }

    private static String words(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return time.toSeconds() + " s";
        }
        StringBuilder words = new StringBuilder();
        if (time.toHours() > 0) {
            words.append(time.toHours()).append(" h");
        }
        if (time.toMinutesPart() > 0) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(time.toMinutesPart())
                    .append(" min");
        }
        return words.toString();
    }
}
