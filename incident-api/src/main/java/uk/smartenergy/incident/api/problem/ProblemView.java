package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * A Problem in a list, as of and as known at a moment.
 *
 * @param version as in the {@code ETag}
 * @param incidents the linked Incidents that the viewer may see, from whichever side they were linked
 * @param openedAt when it was opened (happened)
 * @param recordedAt when it became known here
 * @param targetDate by when it is to be closed; {@code null}: no timescale
 * @param slips every time the target date was put off or given up
 * @param closedAt {@code null} while open
 * @param overdue whether it is open and the day of its target date is over
 */
public record ProblemView(
        ProblemId id,
        long version,
        String title,
        ProblemState state,
        ProblemReason reason,
        ProblemPriority priority,
        @Nullable String owner,
        List<String> services,
        List<String> regions,
        List<String> businessProcesses,
        List<IncidentId> incidents,
        @Nullable String rootCause,
        @Nullable String workaround,
        @Nullable String fixReference,
        @Nullable LocalDate fixPlannedFor,
        Classification classification,
        Instant openedAt,
        Instant recordedAt,
        @Nullable LocalDate targetDate,
        List<Slip> slips,
        @Nullable Instant closedAt,
        boolean overdue) {

    public ProblemView {
        services = List.copyOf(services);
        regions = List.copyOf(regions);
        businessProcesses = List.copyOf(businessProcesses);
        incidents = List.copyOf(incidents);
        slips = List.copyOf(slips);
    }

    public boolean open() {
        return state.isOpen();
    }

    /** Whether a workaround is known and the Problem is open. */
    public boolean knownError() {
        return state == ProblemState.KNOWN_ERROR;
    }

    /**
     * A target date was put off or given up.
     *
     * @param to {@code null}: given up, no timescale any more
     * @param days by how many calendar days; {@code null} if it was given up
     */
    public record Slip(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long days,
            @Nullable String reason,
            @Nullable String by,
            Instant at) {}
}
