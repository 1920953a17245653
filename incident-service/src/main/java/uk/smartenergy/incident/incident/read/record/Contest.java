package uk.smartenergy.incident.incident.read.record;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.DisputeWithdrawn;

/**
 * What became of disputes about the category of an Incident.
 *
 * @param disputed whether there ever was one
 * @param open whether one is open
 * @param ruled the category as ruled last; {@code null} if there was no ruling
 */
public record Contest(
        boolean disputed, boolean open, @Nullable Category ruled) {
    private static final Contest NONE = new Contest(false, false, null);

    /** @param facts in the order in which they happened */
    static Contest of(Fact[] facts) {
        boolean disputed = false;
        @Nullable Category ruled = null;
        Set<Integer> open = Set.of();
        for (Fact fact : facts) {
            switch (fact.event()) {
                case CategoryDisputed dispute -> {
                    open = disputed ? open : new HashSet<>();
                    open.add(dispute.number());
                    disputed = true;
                }
                case CategoryRuled ruling -> {
                    open.remove(ruling.dispute());
                    ruled = ruling.category();
                }
                case DisputeWithdrawn withdrawn -> open.remove(withdrawn.dispute());
                case null, default -> {}
            }
        }
        return disputed || ruled != null ? new Contest(disputed, !open.isEmpty(), ruled) : NONE;
    }
}
