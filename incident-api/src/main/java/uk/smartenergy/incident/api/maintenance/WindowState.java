package uk.smartenergy.incident.api.maintenance;

/** Where a window stands: by the time, and by what was recorded. */
public enum WindowState {
    SCHEDULED,
    IN_PROGRESS,
    /** Its time is over, or its actual hours are on record. */
    COMPLETED,
    CANCELLED
}
