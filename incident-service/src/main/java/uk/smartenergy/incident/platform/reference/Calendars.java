package uk.smartenergy.incident.platform.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which days are Working Days, as it was known at a moment: a calendar can be corrected while the service runs, and whoever asks as known before gets
 * the calendar of before.
 */
public interface Calendars {
    /** @param knownAt {@code null}: as known now */
    WorkingDays knownAt(@Nullable Instant knownAt);

    /** Grows with each change of the calendar, so that what was reckoned by an older one can be dropped; 0 before the first. */
    default long revision() {
        return 0;
    }
}
