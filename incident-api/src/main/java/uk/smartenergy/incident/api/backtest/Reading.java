package uk.smartenergy.incident.api.backtest;

import uk.smartenergy.incident.api.categorisation.Category;

/** How an Incident reads under one policy: its category as it stands, and what became of its two targets. */
public record Reading(Category category, Outcome response, Outcome resolution) {

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
