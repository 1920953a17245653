package uk.smartenergy.incident.communication.automation;

import java.util.Optional;
import uk.smartenergy.incident.api.shared.Viewer;

/** Who subscribers are now: what they may see follows from that, not from when they subscribed. */
@FunctionalInterface
interface Subscribers {
    /** @throws uk.smartenergy.incident.platform.messaging.StoreAway if nobody can say */
    Optional<Viewer> find(String name);
}
