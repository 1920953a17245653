package uk.smartenergy.incident.platform.messaging;

/** The projections have not caught up with what was acknowledged; asking again soon is worthwhile. */
public class ReadModelBehind extends RuntimeException {
    public ReadModelBehind() {
        super("The read models have not caught up yet", null, false, false);
    }
}
