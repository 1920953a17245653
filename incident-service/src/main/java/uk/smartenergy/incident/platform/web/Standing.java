package uk.smartenergy.incident.platform.web;

import java.util.Optional;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/** Whether somebody who signed in a while ago still is who they were; for answers that go on for long. What it says is a few seconds old at most. */
public interface Standing {
    /**
     * Whether the user is still there, with the same roles, party and clearance.
     *
     * @throws StoreAway if nobody can say
     */
    boolean holds(Viewer viewer);

    /**
     * Who the user of this name is now; empty if there is none.
     *
     * @throws StoreAway if nobody can say
     */
    Optional<Viewer> find(String name);
}
