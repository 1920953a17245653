package uk.smartenergy.incident.incident.web.imports;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentId;

/**
 * One event of a history, as its line says it.
 *
 * @param size about how many bytes it had
 * @param fingerprint a hash of what it says, the same whichever way it is written
 * @param raises whether it raises the Incident
 * @param red whether it raises one that is RED
 * @param related the Incidents that it names as related
 * @param step the command for an Incident
 * @param content the line itself
 */
record ImportLine(
        long line,
        int size,
        String externalReference,
        String fingerprint,
        boolean raises,
        boolean red,
        List<IncidentId> related,
        Function<IncidentId, IncidentCommand> step,
        ObjectNode content) {}
