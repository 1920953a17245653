package uk.smartenergy.incident.api.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;

/**
 * The clocks of an Incident, explained as of and as known at a moment.
 *
 * @param note where the target times come from
 */
public record TargetClocks(IncidentId id, Instant asOf, Instant knownAt, String note, List<Clock> clocks) {
    public TargetClocks {
        clocks = List.copyOf(clocks);
    }

    /**
     * One clock. Times are measured as the target that counts measures them, whatever counted before.
     *
     * @param target {@code initialResponse} or {@code resolution}
     * @param category whose target counts
     * @param policyVersion which says so; {@code null} if the category was decided elsewhere
     * @param targetTime for example {@code 4 hours}
     * @param dueAt when the target ends, or ended; while the clock stands, when it would end if it ran on from now
     * @param doneAt when the thing was done; {@code null} if it was not
     * @param missedAt when it was missed; {@code null} unless missed
     * @param usedTime how long the clock ran
     * @param grossTime from the raising until it was done, or until now
     * @param stoppedTime between resolutions and re-openings
     * @param remaining what is left of the target; zero if it is used up
     * @param segments without gap or overlap, from the raising until it was done, or until now
     */
    public record Clock(
            String target,
            Category category,
            @Nullable String policyVersion,
            String targetTime,
            Instant dueAt,
            @Nullable Instant doneAt,
            boolean missed,
            @Nullable Instant missedAt,
            Duration usedTime,
            Duration grossTime,
            Duration pausedTime,
            Duration outOfHoursTime,
            Duration stoppedTime,
            Duration remaining,
            List<InForce> targets,
            List<Segment> segments) {
        public Clock {
            targets = List.copyOf(targets);
            segments = List.copyOf(segments);
        }
    }

    /** A target that was in force for a time. @param event which decided so */
    public record InForce(
            Category category,
            @Nullable String policyVersion,
            String targetTime,
            Instant from,
            Instant to,
            Cause event) {}

    /** @param used how long the clock ran in it. @param category as it stood. @param event which began it, or began what it is a part of */
    public record Segment(Instant from, Instant to, State state, Duration used, Category category, Cause event) {}

    /** What a clock does. */
    public enum State {
        RUNNING,
        /** The Incident waits for information. */
        PAUSED,
        /** It would run, but this is no Working Day. */
        OUT_OF_HOURS,
        /** The Incident is resolved, and will be re-opened. */
        STOPPED
    }

    /** An event of the Incident. @param sequence as in the timeline. @param reason in words, if it gives one */
    public record Cause(
            long sequence,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String reason) {}
}
