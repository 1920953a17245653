package uk.smartenergy.incident.incident.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand.EscalateByItself;
import uk.smartenergy.incident.api.incident.IncidentQuery.DueToEscalate;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindDueToEscalate;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ChangedConcurrently;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.ThoseDue;

/**
 * Escalates open Incidents whose targets are used up, or nearly. It remembers nothing: what is due is asked for anew each time, so it may be called at
 * any time, by any node, and after any failure. Each command holds for the version of the Incident that was looked at: if somebody has responded
 * meanwhile, or another node was faster, it is refused, and the next look sees why.
 */
class WhenTargetsAreUsedUpThenEscalate {
    private static final Logger LOG = LoggerFactory.getLogger(WhenTargetsAreUsedUpThenEscalate.class);
    private static final Viewer SERVICE = Viewer.clearedService();

    private final Messages messages;
    private final Clock clock;
    private final Duration grace;
    private final ThoseDue<DueToEscalate> thoseDue;

    /**
     * @param grace how long an Incident is left alone after anything was recorded of it, so that whoever tells its history has told it
     * @param abreast how many are escalated at a time
     */
    WhenTargetsAreUsedUpThenEscalate(
            Messages messages, ImportsInProgress imports, Clock clock, Duration grace, int abreast) {
        this.messages = messages;
        this.clock = clock;
        this.grace = grace;
        this.thoseDue = new ThoseDue<>(
                "Incidents cannot be escalated by themselves", imports, abreast, this::due, this::escalate);
    }

    /** Never throws: what cannot be escalated now is found again next time. */
    void escalateThoseDue() {
        thoseDue.dealWithAll();
    }

    private List<DueToEscalate> due() {
        Instant now = clock.instant();
        return messages.ask(new FindDueToEscalate(SERVICE, now, now.minus(grace), ThoseDue.AT_ONCE));
    }

    private boolean escalate(DueToEscalate due) {
        try {
            Accepted accepted = messages.send(
                    new EscalateByItself(due.incidentId(), due.crossings()),
                    new Caller(SERVICE, due.version(), List.of()));
            return accepted.changed();
        } catch (Refusal refused) {
            LOG.debug("{} does not escalate now: {}", due.incidentId(), refused.code());
            return false;
        } catch (ChangedConcurrently busy) {
            return false;
        }
    }
}
