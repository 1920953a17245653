package uk.smartenergy.incident.api.maintenance;

/** What can be found about a window. A broken limit does not refuse it: it is shown. */
public enum Limit {
    /** Part of it lies outside the hours in which Planned Maintenance is permitted. */
    OUTSIDE_PERMITTED_HOURS,
    /** A month in which it lies has more hours than are allowed. */
    MONTHLY_HOURS_EXCEEDED,
    /** It was not scheduled early enough before its month. */
    NOTICE_TOO_SHORT,
    /** Another window lies at the same time; no limit, and so nothing to except. */
    OVERLAPS;

    /** Whether the Panel can grant an exception from it. */
    public boolean mayBeExcepted() {
        return this != OVERLAPS;
    }
}
