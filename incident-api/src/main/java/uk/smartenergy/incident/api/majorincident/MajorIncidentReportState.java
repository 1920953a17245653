package uk.smartenergy.incident.api.majorincident;

/** How far a Major Incident report has come. */
public enum MajorIncidentReportState {
    /** Nothing is written, and it is not due yet. */
    OWED,
    /** Nothing is written, and it was due. */
    LATE,
    /** A version is written, but none is submitted. */
    DRAFTED,
    SUBMITTED,
    /** The version that was submitted last has comments. */
    UNDER_REVIEW,
    /** An amendment request is not answered, or its answer is not submitted. */
    AMENDMENTS_REQUESTED,
    /** The version that was submitted last is agreed. */
    AGREED,
    /** That version is published. */
    PUBLISHED
}
