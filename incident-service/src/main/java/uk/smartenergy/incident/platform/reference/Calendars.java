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
}
