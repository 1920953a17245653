package uk.smartenergy.incident.api.backtest;

import uk.smartenergy.incident.api.categorisation.Category;

/**
 * How an Incident reads under one policy.
 *
 * @param category as it stands
 * @param measured the category whose Target Resolution counts: the one that stood when it was resolved, or that stands while it is open
 */
public record Reading(Category category, Category measured, Outcome response, Outcome resolution) {

    /** What became of a target. */
    public enum Outcome {
        /** Done in time. */
        MET,
        /** Done too late, or not done though the time is over. */
        MISSED,
        /** Neither: it is not done, and the time is not over. */
        OPEN
    }
}
