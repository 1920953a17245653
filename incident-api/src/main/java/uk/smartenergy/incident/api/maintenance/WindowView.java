package uk.smartenergy.incident.api.maintenance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * A window of Planned Maintenance, as of and as known at a moment.
 *
 * @param version as in the {@code ETag}
 * @param provider who undertakes it
 * @param start as it stands
 * @param minutes how long it is: its actual time once that is on record
 * @param noticeGivenAt when notice of the time as it stands was given
 * @param recordedAt when it became known here
 * @param revision how many times something changed that the calendar shows
 * @param revisedAt when the last of these changes was recorded
 * @param actual when it really was; {@code null} while not on record
 * @param findings broken limits, and other windows at the same time; none once it is cancelled
 * @param moves with the earlier times, the first first
 * @param exceptionRequests in the order of their numbers
 */
public record WindowView(
        WindowId id,
        long version,
        String provider,
        String activity,
        @Nullable String description,
        List<String> services,
        List<String> regions,
        Instant start,
        Instant end,
        long minutes,
        WindowState state,
        Risk risk,
        @Nullable String riskDescription,
        @Nullable String impact,
        @Nullable String changeReference,
        Classification classification,
        Instant noticeGivenAt,
        Instant recordedAt,
        long revision,
        Instant revisedAt,
        @Nullable Actual actual,
        @Nullable Cancellation cancellation,
        List<Finding> findings,
        List<Move> moves,
        List<ExceptionRequestView> exceptionRequests) {
    public WindowView {
        services = List.copyOf(services);
        regions = List.copyOf(regions);
        findings = List.copyOf(findings);
        moves = List.copyOf(moves);
        exceptionRequests = List.copyOf(exceptionRequests);
    }

    /** When the maintenance began: really, or as scheduled. */
    public Instant from() {
        return actual == null ? start : actual.startedAt();
    }

    /** When it ended: really, or as scheduled. */
    public Instant to() {
        return actual == null ? end : actual.endedAt();
    }

    /** The same with what was found about it. */
    public WindowView with(List<Finding> found) {
        return new WindowView(
                id,
                version,
                provider,
                activity,
                description,
                services,
                regions,
                start,
                end,
                minutes,
                state,
                risk,
                riskDescription,
                impact,
                changeReference,
                classification,
                noticeGivenAt,
                recordedAt,
                revision,
                revisedAt,
                actual,
                cancellation,
                found,
                moves,
                exceptionRequests);
    }

    public record Actual(
            Instant startedAt, Instant endedAt, @Nullable String comment) {}

    public record Cancellation(Instant at, String reason) {}

    /**
     * A time that no longer holds.
     *
     * @param noticeGivenAt when notice of that time was given
     * @param movedAt when notice of the next one was given
     */
    public record Move(Instant start, Instant end, Instant noticeGivenAt, Instant movedAt, String reason) {}
}
