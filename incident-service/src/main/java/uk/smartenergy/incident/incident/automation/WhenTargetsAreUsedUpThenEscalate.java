package uk.smartenergy.incident.incident.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

/**
 * Escalates open Incidents whose targets are used up, or nearly. It remembers nothing: what is due is asked for anew each time, so it may be called at
 * any time, by any node, and after any failure. Each command holds for the version of the Incident that was looked at: if somebody has responded
 * meanwhile, or another node was faster, it is refused, and the next look sees why.
 */
class WhenTargetsAreUsedUpThenEscalate {
    private static final Logger LOG = LoggerFactory.getLogger(WhenTargetsAreUsedUpThenEscalate.class);
    private static final int AT_ONCE = 500;
    private static final int LOUD = 4;

    private final Messages messages;
    private final ImportsInProgress imports;
    private final Clock clock;
    private final Duration grace;
    private final int abreast;
    private int failures;

    /**
     * @param grace how long an Incident is left alone after anything was recorded of it, so that whoever tells its history has told it
     * @param abreast how many are escalated at a time
     */
    WhenTargetsAreUsedUpThenEscalate(
            Messages messages, ImportsInProgress imports, Clock clock, Duration grace, int abreast) {
        this.messages = messages;
        this.imports = imports;
        this.clock = clock;
        this.grace = grace;
        this.abreast = abreast;
    }

    /** Never throws: what cannot be escalated now is found again next time. */
    void escalateThoseDue() {
        try {
            boolean more = true;
            while (more && !imports.any()) {
                more = escalateSome();
            }
            failures = 0;
        } catch (RuntimeException | Error failure) {
            // Said once, and not because of a moment, such as when the service has just started.
            if (++failures == LOUD) {
                LOG.warn("Incidents that are due to escalate cannot be escalated at present: {}", failure.toString());
            }
        }
    }

    /** @return whether there may be more, and it is worthwhile to go on */
    private boolean escalateSome() {
        Viewer service = Viewer.clearedService();
        Instant now = clock.instant();
        List<DueToEscalate> due = messages.ask(new FindDueToEscalate(service, now, now.minus(grace), AT_ONCE));
        if (due.isEmpty()) {
            return false;
        }
        // Several at a time, because the store takes many commits as fast as one.
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.clamp(due.size(), 1, abreast))) {
            long escalated = due.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> escalate(one, service), executor))
                    .toList()
                    .stream()
                    .filter(CompletableFuture::join)
                    .count();
            return due.size() == AT_ONCE && escalated > 0;
        }
    }

    private boolean escalate(DueToEscalate due, Viewer service) {
        if (imports.any()) {
            return false;
        }
        try {
            Accepted accepted = messages.send(
                    new EscalateByItself(due.incidentId(), due.crossings()),
                    new Caller(service, due.version(), List.of()));
            return accepted.changed();
        } catch (Refusal refused) {
            LOG.debug("{} does not escalate now: {}", due.incidentId(), refused.code());
            return false;
        } catch (ChangedConcurrently busy) {
            return false;
        }
    }
}
