package uk.smartenergy.incident.incident.read.detail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.LeastChange;

/** What an explanation asks of the categorisation policies. */
public interface Policies {
    /**
     * The smallest sets of other facts that would have led to another category; empty if it was decided elsewhere.
     *
     * @param recordedAt when the decision was recorded, by which a version that was changed since is found as it was then
     */
    List<LeastChange> leastChanges(CategoryDecision decision, Instant recordedAt);

    /** What the policy makes of the facts of a decision, whatever was decided; empty if no policy decided. */
    Optional<Category> categoryOf(CategoryDecision decision, Instant recordedAt);

    /** Where the figures come from. */
    String note();
}
