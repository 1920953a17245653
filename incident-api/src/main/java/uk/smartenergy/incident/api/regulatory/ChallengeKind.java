package uk.smartenergy.incident.api.regulatory;

/** What a member holds to be wrong with a report. */
public enum ChallengeKind {
    /** Outages of the period are not in the report. */
    OUTAGE_MISSING,
    FIGURE_WRONG,
    EXPLANATION_MISSING,
    OTHER
}
