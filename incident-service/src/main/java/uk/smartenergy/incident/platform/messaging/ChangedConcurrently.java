package uk.smartenergy.incident.platform.messaging;

/** Others change the same record faster than this command could be decided: nothing was changed, and trying again soon is worthwhile. */
public class ChangedConcurrently extends RuntimeException {
    public ChangedConcurrently() {
        super("Others are changing the same record at this moment; try again.", null, false, false);
    }
}
