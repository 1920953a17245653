package uk.smartenergy.incident.incident.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand.CloseIncident;
import uk.smartenergy.incident.api.incident.IncidentQuery.DueToClose;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindDueToClose;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;

/**
 * Closes resolved Incidents when the time for objections is over. It remembers nothing: what is due is asked for anew each time, so it may be
 * called at any time, by any node, and after any failure.
 */
class WhenResolvedWithoutObjectionThenClose {
    private static final Logger LOG = LoggerFactory.getLogger(WhenResolvedWithoutObjectionThenClose.class);
    private static final int AT_ONCE = 500;

    private final Messages messages;
    private final ImportsInProgress imports;
    private final Clock clock;
    private final Duration grace;
    private boolean failing;

    /**
     * @param grace how long an Incident is left alone after anything was recorded of it, so that whoever is working on it (another node's
     *     import, a client with the version just read) is not overtaken
     */
    WhenResolvedWithoutObjectionThenClose(Messages messages, ImportsInProgress imports, Clock clock, Duration grace) {
        this.messages = messages;
        this.imports = imports;
        this.clock = clock;
        this.grace = grace;
    }

    /** Never throws: what cannot be closed now is found again next time. */
    void closeThoseDue() {
        try {
            boolean more = true;
            while (more && !imports.any()) {
                more = closeSome();
            }
            failing = false;
        } catch (RuntimeException | Error failure) {
            if (!failing) {
                LOG.warn("Incidents that are due to close cannot be closed at present: {}", failure.toString());
            }
            failing = true;
        }
    }

    /** @return whether there may be more, and it is worthwhile to go on */
    private boolean closeSome() {
        Viewer service = Viewer.clearedService();
        Instant now = clock.instant();
        List<DueToClose> due = messages.ask(new FindDueToClose(service, now, now.minus(grace), AT_ONCE));
        int closed = 0;
        for (DueToClose one : due) {
            if (imports.any()) {
                return false;
            }
            closed += close(one, service) ? 1 : 0;
        }
        return due.size() == AT_ONCE && closed > 0;
    }

    private boolean close(DueToClose due, Viewer service) {
        try {
            Accepted accepted = messages.send(
                    new CloseIncident(due.incidentId(), due.dueAt(), null, due.resolvedAt()), Caller.of(service));
            return accepted.changed();
        } catch (Refusal refused) {
            LOG.info("{} is not closed without objection: {}", due.incidentId(), refused.code());
            return false;
        }
    }
}
