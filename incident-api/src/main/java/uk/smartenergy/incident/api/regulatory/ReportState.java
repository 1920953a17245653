package uk.smartenergy.incident.api.regulatory;

/** How a report for a period stands by when it falls due. */
public enum ReportState {
    ON_TIME,
    LATE,
    /** Not received, and the due date is over. */
    OVERDUE,
    /** Not received, and the due date is not over. */
    DUE,
    /** The Code does not say when; neither late nor overdue. */
    NO_TIME_PRESCRIBED,
    /** No period of it is reviewed in the month. */
    NOTHING_DUE
}
