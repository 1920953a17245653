package uk.smartenergy.incident.problem.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.problem.ProblemCommand;
import uk.smartenergy.incident.api.problem.ProblemDetail;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetProblem;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Claim;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/** What all endpoints about Problems share. What somebody may not see is not there for them, in the same words. */
final class ProblemDesk {
    private final Messages messages;
    private final Sender sender;
    private final References references;

    ProblemDesk(Messages messages, Sender sender, References references) {
        this.messages = messages;
        this.sender = sender;
        this.references = references;
    }

    /** Opens a Problem under the next free reference. @param followed a suggestion, which one Problem follows only; {@code null}: none */
    ProblemDetail open(
            Asker asker, boolean red, @Nullable SuggestionId followed, Function<ProblemId, ProblemCommand> command) {
        try {
            String about = references.give(
                    red,
                    id -> sender.<RecordAccepted>send(
                                    command.apply(new ProblemId(id)),
                                    asker,
                                    id,
                                    followed == null ? List.of() : List.of(new Claim(followed.claim(), id)))
                            .about());
            return get(asker.viewer(), Moment.present(asker.now()), about);
        } catch (ClaimTaken taken) {
            if (followed == null || !taken.key().equals(followed.claim())) {
                throw taken;
            }
            throw Problem.of(
                    409,
                    "SUGGESTION_FOLLOWED",
                    "The suggestion has been followed by the Problem "
                            + messages.claimed(taken.key()).orElse("that somebody opened just now"));
        }
    }

    /** The Problem that a user of the DCC wants to act on; 404 if it is not there for them. */
    ProblemId mayAct(Viewer viewer, Asker asker, String id) {
        return get(viewer, Moment.present(asker.now()), id).overview().id();
    }

    /** The same, also for the owner's users, and for whoever may remark on everything. */
    ProblemId mayWorkOn(Asker asker, String id) {
        Viewer viewer = asker.viewer();
        ProblemDetail problem = get(viewer, Moment.present(asker.now()), id);
        boolean staff = viewer.is(Role.DCC_STAFF) || viewer.is(Role.ADMIN);
        boolean owner = viewer.party() != null
                && viewer.party().equals(problem.overview().owner());
        boolean remarks = viewer.is(Role.OPS_GROUP) || viewer.is(Role.SECAS);
        if (!staff && !owner && !remarks) {
            throw Problem.of(403, "NOT_YOUR_PROBLEM", "Only the owner's own users and the DCC may do this");
        }
        return problem.overview().id();
    }

    /** Sends a command, and answers with the Problem as it stands then. */
    ResponseEntity<ProblemBody> change(Asker asker, ProblemCommand command) {
        sender.<RecordAccepted>send(command, asker, command.record());
        return answer(get(asker.viewer(), Moment.present(asker.now()), command.record()));
    }

    static ResponseEntity<ProblemBody> answer(ProblemDetail problem) {
        return ResponseEntity.ok()
                .eTag(Versions.tag(problem.overview().version()))
                .body(ProblemBody.of(problem));
    }

    ProblemDetail get(Viewer viewer, Moment moment, String id) {
        return Optional.of(id)
                .filter(ProblemId::isValid)
                .flatMap(valid -> messages.ask(new GetProblem(viewer, moment, new ProblemId(valid))))
                .orElseThrow(() -> notFound(id));
    }

    static Problem notFound(String id) {
        return Problem.of(
                404,
                "PROBLEM_NOT_FOUND",
                ProblemId.isValid(id) ? "There is no Problem " + id : "There is no such Problem");
    }

    /** Notes a fault if an Incident is not there for the viewer, or is RED and the Problem is not, or the other way round. */
    void mayBeLinked(Viewer viewer, IncidentId incident, boolean red, String pointer, Faults faults) {
        if (messages.ask(new GetIncidentAccess(viewer, incident)).isEmpty()) {
            faults.add(pointer, "is not the reference of an Incident that is there");
        } else if (incident.isDrawn() != red) {
            faults.add(
                    pointer,
                    red
                            ? "is not RED, and a RED Problem names RED Incidents only"
                            : "is RED, and only a RED Problem may name it");
        }
    }

    /** The narrowest classification of these Incidents; GREEN if that is wider, or there are none. */
    Classification narrowest(Asker asker, List<IncidentId> incidents) {
        return incidents.stream()
                .flatMap(incident ->
                        messages.ask(new GetIncident(asker.viewer(), Moment.present(asker.now()), incident)).stream())
                .map(incident -> incident.overview().classification())
                .filter(classification -> classification.compareTo(Classification.GREEN) > 0)
                .max(java.util.Comparator.naturalOrder())
                .orElse(Classification.GREEN);
    }

    /** Whether the viewer may know that this Incident exists. */
    boolean isSeen(Viewer viewer, IncidentId incident) {
        return messages.ask(new GetIncidentAccess(viewer, incident)).isPresent();
    }
}
