package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;

/**
 * The RDP Incident Report of a month (SEC Appendix AG 2.5.10).
 *
 * @param period the month, for example {@code 2018-08}
 * @param openedAndResolvedInPeriod raised in the month and not open at its end
 * @param unresolvedAtPeriodEnd open at the end of the month, whenever raised
 * @param resolvedSince of these, how many are not open as of {@code asOf}
 * @param stillOpen of these, how many are open as of {@code asOf}
 * @param stillOpenOverOneMonth of these, how many are open more than one month
 * @param incidents all that are counted anywhere above, each with where it counts
 */
public record RdpIncidentReport(
        String period,
        Instant asOf,
        Instant knownAt,
        long openedAndResolvedInPeriod,
        long unresolvedAtPeriodEnd,
        long resolvedSince,
        long stillOpen,
        long stillOpenOverOneMonth,
        List<ByRdp> byRdp,
        List<Line> incidents) {
    public RdpIncidentReport {
        byRdp = List.copyOf(byRdp);
        incidents = List.copyOf(incidents);
    }

    /** @param rdp the Resolver as of {@code asOf}; {@link IncidentFilter#NONE} if nobody is */
    public record ByRdp(
            String rdp,
            long openedAndResolvedInPeriod,
            long unresolvedAtPeriodEnd,
            long resolvedSince,
            long stillOpen,
            long stillOpenOverOneMonth) {}

    public record Line(
            IncidentId id,
            @Nullable String externalReference,
            String summary,
            Category category,
            @Nullable String rdp,
            IncidentState state,
            Instant raisedAt,
            @Nullable Instant resolvedAt,
            boolean openedAndResolvedInPeriod,
            boolean unresolvedAtPeriodEnd,
            boolean resolvedSince,
            boolean stillOpen,
            boolean stillOpenOverOneMonth) {}
}
