package uk.smartenergy.incident.api.backtest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.LeastChange;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** How past Incidents read under another policy. */
public sealed interface ReplayQuery<R> extends Query<R> {

    /** The Incidents that were raised in a period, both ends included. */
    record FindReplayable(Viewer viewer, Moment moment, Instant from, Instant to) implements ReplayQuery<Replayable> {}

    /** @param incidents in the order in which they were raised. @param red whether one of them is RED */
    record Replayable(List<IncidentId> incidents, boolean red) {
        public Replayable {
            incidents = List.copyOf(incidents);
        }
    }

    /** @param baseline what the policy is held against; {@code null}: what stands on record */
    record ReplayIncidents(
            Viewer viewer,
            Moment moment,
            List<IncidentId> incidents,
            CategorisationPolicy policy,
            @Nullable CategorisationPolicy baseline)
            implements ReplayQuery<ReplayResult> {
        public ReplayIncidents {
            incidents = List.copyOf(incidents);
        }
    }

    /** The same Incidents in full; those that the viewer may not see are left out. */
    record ExplainReplay(
            Viewer viewer,
            Moment moment,
            List<IncidentId> incidents,
            CategorisationPolicy policy,
            @Nullable CategorisationPolicy baseline)
            implements ReplayQuery<List<Explained>> {
        public ExplainReplay {
            incidents = List.copyOf(incidents);
        }
    }

    record Explained(
            IncidentId incidentId,
            String summary,
            @Nullable String externalReference,
            Instant raisedAt,
            @Nullable Instant respondedAt,
            @Nullable Instant resolvedAt,
            Side before,
            Side after) {}

    /**
     * @param decision with the limbs and the facts behind them, made again by the version that decided
     * @param leastChanges empty if no policy decided
     */
    record Side(
            CategoryDecision decision,
            List<LeastChange> leastChanges,
            Reading reading,
            Instant responseDueAt,
            Instant resolutionDueAt) {
        public Side {
            leastChanges = List.copyOf(leastChanges);
        }
    }
}
