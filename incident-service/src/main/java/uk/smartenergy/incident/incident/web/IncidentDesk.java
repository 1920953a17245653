package uk.smartenergy.incident.incident.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.problem.KnownError;
import uk.smartenergy.incident.api.problem.ProblemQuery.FindKnownErrors;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/**
 * What all endpoints about Incidents share: who may act on which, sending, and showing how the Incident stands after it. What somebody may not see
 * is not there for them, in the same words.
 */
final class IncidentDesk {
    private final Messages messages;
    private final Sender sender;
    private final References references;

    IncidentDesk(Messages messages, Sender sender, References references) {
        this.messages = messages;
        this.sender = sender;
        this.references = references;
    }

    /** What a user has to do with an Incident to act on it, unless the user is the DCC's. The role itself was checked before. */
    enum Right {
        /** Nothing: whoever may call this and see the Incident. */
        SEES {
            @Override
            boolean holds(Viewer viewer, IncidentQuery.IncidentAccess access) {
                return true;
            }
        },
        /** A service provider's party is the Resolver. */
        RESOLVES {
            @Override
            boolean holds(Viewer viewer, IncidentQuery.IncidentAccess access) {
                return viewer.is(Role.SERVICE_PROVIDER)
                        && viewer.party() != null
                        && viewer.party().equals(access.resolver());
            }
        },
        /** An Incident Party raised it. */
        RAISED {
            @Override
            boolean holds(Viewer viewer, IncidentQuery.IncidentAccess access) {
                return viewer.is(Role.INCIDENT_PARTY) && access.raisedBy().equals(viewer.party());
            }
        };

        abstract boolean holds(Viewer viewer, IncidentQuery.IncidentAccess access);
    }

    /** The Incident that a user wants to act on; 404 if it is not there for them, 403 if they may not. */
    IncidentId mayAct(Viewer viewer, String id, Right right) {
        IncidentQuery.IncidentAccess access = access(viewer, existing(id)).orElseThrow(() -> notFound(id));
        if (!isStaff(viewer) && !right.holds(viewer, access)) {
            throw Problem.of(
                    403,
                    "NOT_YOUR_INCIDENT",
                    right == Right.RESOLVES
                            ? "Only the Resolver's own users and the DCC may do this"
                            : "Only the party that raised it and the DCC may do this");
        }
        return access.incidentId();
    }

    /** A user who is not the DCC's raises only in the own party's name, and only the cleared raise what is RED. */
    void mayRaise(Viewer viewer, String party, boolean red) {
        if (!isStaff(viewer) && !party.equals(viewer.party())) {
            throw Problem.of(403, "NOT_YOUR_PARTY", "You may raise Incidents in the name of your own party only");
        }
        if (red && !viewer.cleared()) {
            throw Problem.of(403, "CLEARANCE_NEEDED", "Only security-cleared users may raise what is RED");
        }
    }

    static boolean isStaff(Viewer viewer) {
        return viewer.is(Role.DCC_STAFF) || viewer.is(Role.ADMIN);
    }

    Optional<IncidentQuery.IncidentAccess> access(Viewer viewer, IncidentId id) {
        return messages.ask(new IncidentQuery.GetIncidentAccess(viewer, id));
    }

    /** Raises an Incident under the next free reference, which goes back. */
    IncidentId raise(Asker asker, boolean red, Function<IncidentId, IncidentCommand.RaiseIncident> command) {
        return new IncidentId(references.give(
                red,
                id -> sender.<Accepted>send(command.apply(new IncidentId(id)), asker, id)
                        .about()));
    }

    Sender.Sent<Accepted> send(Asker asker, IncidentCommand command) {
        return sender.send(command, asker, command.incidentId().value());
    }

    /** Sends a command, and answers with the Incident as it stands then. */
    ResponseEntity<IncidentBody> change(Asker asker, IncidentCommand command) {
        send(asker, command);
        Viewer viewer = asker.viewer();
        Moment now = Moment.present(asker.now());
        return answer(viewer, now, get(viewer, now, command.incidentId().value()));
    }

    ResponseEntity<IncidentBody> answer(Viewer viewer, Moment moment, IncidentDetail incident) {
        return ResponseEntity.ok()
                .eTag(Versions.tag(incident.overview().version()))
                .body(body(viewer, moment, incident));
    }

    /** An Incident with the known errors that it may have; what was acknowledged a moment ago may be missing from these. */
    IncidentBody body(Viewer viewer, Moment moment, IncidentDetail incident) {
        IncidentView overview = incident.overview();
        String description = incident.description();
        List<KnownError> knownErrors = messages.glance(new FindKnownErrors(
                viewer,
                moment,
                Set.copyOf(overview.services()),
                overview.region(),
                Set.copyOf(overview.businessProcesses()),
                description == null ? overview.summary() : overview.summary() + " " + description));
        return IncidentBody.of(incident, knownErrors);
    }

    IncidentDetail get(Asker asker, IncidentId id) {
        return get(asker.viewer(), Moment.present(asker.now()), id.value());
    }

    IncidentDetail get(Viewer viewer, Moment moment, String id) {
        return messages.ask(new IncidentQuery.GetIncident(viewer, moment, existing(id)))
                .orElseThrow(() -> notFound(id));
    }

    static IncidentId existing(String id) {
        return IncidentForms.id(id).orElseThrow(() -> notFound(id));
    }

    static Problem notFound(String id) {
        return Problem.of(
                404,
                "INCIDENT_NOT_FOUND",
                IncidentId.isValid(id) ? "There is no Incident " + id : "There is no such Incident");
    }
}
