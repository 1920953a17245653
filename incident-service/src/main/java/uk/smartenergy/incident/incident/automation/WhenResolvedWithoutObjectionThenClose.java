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
import uk.smartenergy.incident.platform.messaging.ChangedConcurrently;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.ThoseDue;

/**
 * Closes resolved Incidents when the time for objections is over. It remembers nothing: what is due is asked for anew each time, so it may be
 * called at any time, by any node, and after any failure.
 */
class WhenResolvedWithoutObjectionThenClose {
    private static final Logger LOG = LoggerFactory.getLogger(WhenResolvedWithoutObjectionThenClose.class);
    private static final Viewer SERVICE = Viewer.clearedService();

    private final Messages messages;
    private final Clock clock;
    private final Duration grace;
    private final ThoseDue<DueToClose> thoseDue;

    /**
     * @param grace how long an Incident is left alone after anything was recorded of it, so that whoever is working on it (another node's
     *     import, a client with the version just read) is not overtaken
     * @param abreast how many are closed at a time
     */
    WhenResolvedWithoutObjectionThenClose(
            Messages messages, ImportsInProgress imports, Clock clock, Duration grace, int abreast) {
        this.messages = messages;
        this.clock = clock;
        this.grace = grace;
        this.thoseDue =
                new ThoseDue<>("Incidents cannot be closed by themselves", imports, abreast, this::due, this::close);
    }

    /** Never throws: what cannot be closed now is found again next time. */
    void closeThoseDue() {
        thoseDue.dealWithAll();
    }

    private List<DueToClose> due() {
        Instant now = clock.instant();
        return messages.ask(new FindDueToClose(SERVICE, now, now.minus(grace), ThoseDue.AT_ONCE));
    }

    private boolean close(DueToClose due) {
        try {
            Accepted accepted = messages.send(
                    new CloseIncident(due.incidentId(), due.dueAt(), null, due.resolvedAt()), Caller.of(SERVICE));
            return accepted.changed();
        } catch (Refusal refused) {
            LOG.info("{} is not closed without objection: {}", due.incidentId(), refused.code());
            return false;
        } catch (ChangedConcurrently busy) {
            return false;
        }
    }
}
