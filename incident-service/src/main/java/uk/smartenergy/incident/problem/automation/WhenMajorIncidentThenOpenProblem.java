package uk.smartenergy.incident.problem.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemCommand.Beginnings;
import uk.smartenergy.incident.api.problem.ProblemCommand.OpenProblem;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery.FindMajorIncidentsWithoutProblem;
import uk.smartenergy.incident.api.problem.ProblemQuery.MajorIncident;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.problem.WatchCommand.BeginWatch;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ChangedConcurrently;
import uk.smartenergy.incident.platform.messaging.Claim;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.messaging.ThoseDue;

/**
 * Opens a Problem for a Major Incident that no Problem names. It remembers nothing: which there are is asked for anew each time. An Incident gets one by
 * itself once for ever, by a claim in the commit that opens it, however many nodes look, and also if it is taken off the Problem later.
 *
 * <p>The first time that it runs ever, it records when it began. What was recorded before that, by a version without Problems, is suggested only.
 */
class WhenMajorIncidentThenOpenProblem {
    private static final Logger LOG = LoggerFactory.getLogger(WhenMajorIncidentThenOpenProblem.class);
    private static final Viewer SERVICE = Viewer.clearedService();

    private final Messages messages;
    private final References references;
    private final Clock clock;
    private final Duration grace;
    private final ThoseDue<MajorIncident> thoseDue;
    /** When this began to look: no request has been taken before. */
    private final Instant started;

    private volatile boolean begun;

    /** @param grace how long an Incident is left alone after anything was recorded of it, so that whoever tells its history has told it */
    WhenMajorIncidentThenOpenProblem(
            Messages messages,
            References references,
            ImportsInProgress imports,
            Clock clock,
            Duration grace,
            int abreast) {
        this.messages = messages;
        this.references = references;
        this.clock = clock;
        this.grace = grace;
        this.started = clock.instant();
        this.thoseDue = new ThoseDue<>(
                "No Problems are opened for Major Incidents by themselves", imports, abreast, this::due, this::open);
    }

    /** Never throws: what cannot be opened now is found again next time. */
    void openThoseDue() {
        thoseDue.dealWithAll();
    }

    private List<MajorIncident> due() {
        if (!begun) {
            messages.<Boolean>send(new BeginWatch(started), Caller.of(SERVICE));
            begun = true;
        }
        Instant now = clock.instant();
        return messages.ask(
                new FindMajorIncidentsWithoutProblem(SERVICE, Moment.present(now), now.minus(grace), ThoseDue.AT_ONCE));
    }

    private boolean open(MajorIncident major) {
        boolean red = major.classification() == Classification.RED;
        try {
            RecordAccepted accepted = references.give(
                    red,
                    reference -> messages.<RecordAccepted>send(
                            command(major, new ProblemId(reference)),
                            new Caller(SERVICE, null, claims(major.incident(), reference))));
            return accepted.changed();
        } catch (ClaimTaken before) {
            return false;
        } catch (Refusal refused) {
            LOG.info("No Problem is opened for a Major Incident: {}", refused.code());
            return false;
        } catch (ChangedConcurrently busy) {
            return false;
        }
    }

    /** Nobody opens one by the suggestion that there would be without this, at the same moment. */
    private static List<Claim> claims(IncidentId incident, String reference) {
        return List.of(
                new Claim("major:" + incident, reference),
                new Claim(SuggestionId.of(List.of(incident)).claim(), reference));
    }

    private static OpenProblem command(MajorIncident major, ProblemId id) {
        return new OpenProblem(
                id,
                major.since(),
                major.summary(),
                "Opened for the Major Incident " + major.incident() + ".",
                ProblemReason.MAJOR_INCIDENT,
                major.services(),
                major.region() == null ? List.of() : List.of(major.region()),
                major.businessProcesses(),
                ProblemPriority.P1,
                null,
                major.classification(),
                null,
                new Beginnings(List.of(major.incident()), null, null, null, null, null));
    }
}
