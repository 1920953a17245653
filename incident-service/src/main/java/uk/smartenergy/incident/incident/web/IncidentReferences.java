package uk.smartenergy.incident.incident.web;

import java.security.SecureRandom;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetHighestNumber;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;

/**
 * Gives references to new Incidents: rising from 1, except that RED ones are drawn by lot from the upper half, so that gaps tell nothing. Several
 * nodes may give the same one; the store takes only the first, and {@link #taken} says so here.
 */
public final class IncidentReferences {
    private final Messages messages;
    private final SecureRandom lot = new SecureRandom();
    private long last = -1;

    public IncidentReferences(Messages messages) {
        this.messages = messages;
    }

    public IncidentId next(boolean red) {
        return red
                ? IncidentId.of(IncidentId.FIRST_DRAWN + lot.nextLong(IncidentId.FIRST_DRAWN))
                : IncidentId.of(rising());
    }

    /** Another node has used this reference, and perhaps many after it. */
    public synchronized void taken(IncidentId id) {
        if (!id.isDrawn()) {
            last = Math.max(last, highest());
        }
    }

    private synchronized long rising() {
        if (last < 0) {
            last = highest();
        }
        return ++last;
    }

    private long highest() {
        return messages.ask(new GetHighestNumber(Viewer.clearedService()));
    }
}
