package uk.smartenergy.incident.api.problem;

/** Why a Problem was opened. */
public enum ProblemReason {
    /** After a Major Incident. */
    MAJOR_INCIDENT,
    RECURRENCE,
    TREND,
    /** Nobody knows why it happens. */
    UNKNOWN_CAUSE,
    /** There is nothing but a workaround. */
    WORKAROUND_ONLY
}
