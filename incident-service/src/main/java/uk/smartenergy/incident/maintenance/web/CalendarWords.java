package uk.smartenergy.incident.maintenance.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.platform.ical.CalendarEntry;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * What the calendar file says of a window: only what its own events change, so that the file's SEQUENCE rises whenever it says something else. What is
 * found about it depends on other windows, and stands in the list.
 */
final class CalendarWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm z", Locale.UK).withZone(WorkingDays.LONDON);
    /** Stays, wherever the service runs: who has an entry knows it by this for ever. */
    private static final String UID_OF = "@planned-maintenance.smartenergy.uk";

    private CalendarWords() {}

    static CalendarEntry entry(WindowView window) {
        List<String> categories = new ArrayList<>(window.services());
        categories.addFirst(window.provider());
        return new CalendarEntry(
                window.id() + UID_OF,
                (int) window.revision(),
                window.revisedAt(),
                window.start(),
                window.end(),
                window.provider() + ": " + window.activity(),
                description(window),
                categories,
                String.join(", ", window.regions()),
                window.provider(),
                window.state() == WindowState.CANCELLED,
                switch (window.classification()) {
                    case WHITE, GREEN -> CalendarEntry.Privacy.PUBLIC;
                    case AMBER -> CalendarEntry.Privacy.PRIVATE;
                    case RED -> CalendarEntry.Privacy.CONFIDENTIAL;
                });
    }

    private static String description(WindowView window) {
        List<String> lines = new ArrayList<>();
        add(lines, "", window.description());
        add(lines, "Impact: ", window.impact());
        lines.add("Services: " + (window.services().isEmpty() ? "none named" : String.join(", ", window.services())));
        lines.add("Risk: " + window.risk() + (window.riskDescription() == null ? "" : ", " + window.riskDescription()));
        add(lines, "Change: ", window.changeReference());
        window.moves()
                .forEach(move -> lines.add("Moved from " + span(move.start(), move.end()) + ": " + move.reason()));
        WindowView.Actual actual = window.actual();
        if (actual != null) {
            lines.add("Took place: " + span(actual.startedAt(), actual.endedAt()));
        }
        WindowView.Cancellation cancellation = window.cancellation();
        if (cancellation != null) {
            lines.add("Cancelled: " + cancellation.reason());
        }
        lines.add("Reference: " + window.id() + " (" + window.classification() + ")");
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String before, @Nullable String text) {
        if (text != null) {
            lines.add(before + text);
        }
    }

    private static String span(Instant from, Instant to) {
        return TIME.format(from) + " to " + TIME.format(to);
    }
}
