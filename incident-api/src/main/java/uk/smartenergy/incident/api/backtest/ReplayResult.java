package uk.smartenergy.incident.api.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;

/**
 * What came of replaying some Incidents. Every figure of a backtest is a sum over its cells; explanations are not kept, because the facts and the
 * policy make them again.
 *
 * @param cells how many Incidents read so before and so after; all Incidents are in one cell each
 * @param changes the Incidents whose category differs, in the order in which they were raised
 * @param notReplayable the Incidents whose category was decided elsewhere when no facts were known: it stays
 */
public record ReplayResult(List<Cell> cells, List<Change> changes, List<IncidentId> notReplayable) {
    public static final ReplayResult NOTHING = new ReplayResult(List.of(), List.of(), List.of());

    public ReplayResult {
        cells = List.copyOf(cells);
        changes = List.copyOf(changes);
        notReplayable = List.copyOf(notReplayable);
    }

    /**
     * @param resolved whether they are resolved
     * @param policy the version that decided what stood before; {@code null}: none did
     */
    public record Cell(
            Reading before,
            Reading after,
            boolean resolved,
            @Nullable String policy,
            long count) {}

    /** @param ruled whether what stood before was a ruling */
    public record Change(IncidentId incidentId, Reading before, Reading after, boolean resolved, boolean ruled) {}
}
