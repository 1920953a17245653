package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.FactDistance;

/**
 * Earlier rulings on other Incidents, for whoever rules on a dispute: those on the likest facts first, then the latest.
 *
 * @param facts what is compared: the facts that the dispute was ruled on, or else those that stand; {@code null} if there are none, and so
 *     nothing to compare
 * @param before rulings before that count; {@code null}: all
 * @param total how many rulings could be compared
 */
public record Precedents(
        IncidentId incidentId,
        int dispute,
        @Nullable CategorisationFacts facts,
        @Nullable Instant before,
        long total,
        List<Precedent> items) {
    public Precedents {
        items = List.copyOf(items);
    }

    /**
     * @param stood the category that was ruled on
     * @param policyVersion that was frozen with the ruling; {@code null} if the category was decided elsewhere
     * @param differs each fact that differs: here, and there in the precedent
     */
    public record Precedent(
            IncidentId incidentId,
            int dispute,
            Ruling ruling,
            Category stood,
            @Nullable String policyVersion,
            Distance distance,
            List<FactDistance.Difference> differs) {
        public Precedent {
            differs = List.copyOf(differs);
        }
    }

    public record Ruling(
            Category category, String reason, @Nullable String by, Instant at) {}

    /**
     * @param facts how many facts differ; this counts first
     * @param steps by how much in all
     */
    public record Distance(int facts, int steps) {}
}
