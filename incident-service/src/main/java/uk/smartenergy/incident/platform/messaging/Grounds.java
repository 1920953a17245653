package uk.smartenergy.incident.platform.messaging;

import java.time.Duration;
import uk.smartenergy.incident.api.incident.RehearseIncidentCommand;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.DecidesByPolicy;

/**
 * Sees to it that no command is decided by an older policy than one whose activation was acknowledged, on whichever node. Where other nodes write to the
 * store, one look into a short stream tells whether there is news, and only then is it waited for. Where this node is the only one, an activation is
 * not acknowledged before it is shown, so nothing is looked up once the image has caught up.
 */
final class Grounds {
    private final StoreGate store;
    private final DecidingImage image;
    private final boolean soleWriter;
    private final Duration longestWait;
    private volatile boolean caughtUp;

    Grounds(StoreGate store, DecidingImage image, boolean soleWriter, Duration longestWait) {
        this.store = store;
        this.image = image;
        this.soleWriter = soleWriter;
        this.longestWait = longestWait;
    }

    /** @throws ReadModelBehind if the image does not catch up in time */
    void before(Command command) {
        Command decided = command instanceof RehearseIncidentCommand rehearse ? rehearse.command() : command;
        if (!(decided instanceof DecidesByPolicy) || (soleWriter && caughtUp)) {
            return;
        }
        if (store.hasMore(image.stream(), image.lastSequence())
                && !store.awaitProjected(image.projection(), store.head(), longestWait)) {
            throw new ReadModelBehind();
        }
        caughtUp = image.isKnown();
    }
}
