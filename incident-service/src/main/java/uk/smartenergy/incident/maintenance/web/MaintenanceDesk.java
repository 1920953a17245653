package uk.smartenergy.incident.maintenance.web;

import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetWindowAccess;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetWindowIncidents;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowAccess;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowIncidents;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/**
 * What all endpoints about windows share: who may act on which, sending, and showing how the window stands after it. What somebody may not see is
 * not there for them, in the same words.
 */
final class MaintenanceDesk {
    private final Messages messages;
    private final Sender sender;
    private final References references;
    private final MaintenanceForms forms;

    MaintenanceDesk(Messages messages, Sender sender, References references, MaintenanceForms forms) {
        this.messages = messages;
        this.sender = sender;
        this.references = references;
        this.forms = forms;
    }

    static boolean isStaff(Viewer viewer) {
        return viewer.is(Role.DCC_STAFF) || viewer.is(Role.ADMIN);
    }

    /** The DCC acts for all providers; a provider's user for the own party only. */
    void mayActFor(Viewer viewer, String provider) {
        String party = viewer.party();
        boolean own = viewer.is(Role.SERVICE_PROVIDER)
                && party != null
                && forms.properName(party).equals(provider);
        if (!isStaff(viewer) && !own) {
            throw Problem.of(403, "NOT_YOUR_PARTY", "You may do this with Planned Maintenance of your own party only");
        }
    }

    static void mayMakeRed(Viewer viewer, boolean red) {
        if (red && !viewer.cleared()) {
            throw Problem.of(403, "CLEARANCE_NEEDED", "Only security-cleared users may make a window RED");
        }
    }

    WindowAccess access(Viewer viewer, String id) {
        return messages.ask(new GetWindowAccess(viewer, existing(id))).orElseThrow(() -> notFound(id));
    }

    /** The window that a user wants to change; 404 if it is not there for them, 403 if it is not theirs. */
    WindowId own(Viewer viewer, String id) {
        WindowAccess access = access(viewer, id);
        mayActFor(viewer, access.provider());
        return access.windowId();
    }

    /** Schedules a window under the next free reference, which goes back. */
    WindowId schedule(Asker asker, boolean red, Function<WindowId, MaintenanceCommand> command) {
        if (asker.expectedVersion() != null) {
            throw Problem.of(
                    412, "STALE_VERSION", "What is yet to be scheduled has no version that If-Match could name");
        }
        return new WindowId(references.give(
                red,
                reference -> sender.<RecordAccepted>send(command.apply(new WindowId(reference)), asker, reference)
                        .about()));
    }

    /** Sends a command, and answers with the window as it stands then. */
    ResponseEntity<WindowBody> change(Asker asker, MaintenanceCommand command) {
        send(asker, command);
        return answer(incidents(asker.viewer(), Moment.present(asker.now()), command.record()));
    }

    void send(Asker asker, MaintenanceCommand command) {
        sender.<RecordAccepted>send(command, asker, command.record());
    }

    static ResponseEntity<WindowBody> answer(WindowIncidents window) {
        return ResponseEntity.ok().eTag(Versions.tag(window.window().version())).body(WindowBody.of(window));
    }

    WindowIncidents incidents(Viewer viewer, Moment moment, String id) {
        return messages.ask(new GetWindowIncidents(viewer, moment, existing(id)))
                .orElseThrow(() -> notFound(id));
    }

    WindowView get(Viewer viewer, Moment moment, String id) {
        return messages.ask(new GetWindow(viewer, moment, existing(id))).orElseThrow(() -> notFound(id));
    }

    static WindowId existing(String id) {
        if (!WindowId.isValid(id)) {
            throw notFound(id);
        }
        return new WindowId(id);
    }

    static Problem notFound(String id) {
        return Problem.of(
                404,
                "WINDOW_NOT_FOUND",
                WindowId.isValid(id)
                        ? "There is no window of Planned Maintenance " + id
                        : "There is no such window of Planned Maintenance");
    }
}
