package uk.smartenergy.incident.api.incident;

import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Command;

/**
 * Decide a command on an Incident as it would be decided, and keep nothing of it: for dry runs. The life that it leads to is handed back, so that
 * the next rehearsal can build on it; it is readable only by the room that made it.
 *
 * @param life as an earlier rehearsal of a command on the same Incident left it; {@code null}: as it is on record
 */
public record RehearseIncidentCommand(IncidentCommand command, byte @Nullable [] life) implements Command {

    /** @param life with what was decided */
    public record Rehearsed(Accepted accepted, byte[] life) {}
}
