package uk.smartenergy.incident.incident.read.detail;

import java.util.List;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.LeastChange;

/** What an explanation asks of the categorisation policies. */
public interface Policies {
    /** The smallest sets of other facts that would have led to another category; empty if it was decided elsewhere. */
    List<LeastChange> leastChanges(CategoryDecision decision);

    /** Where the figures come from. */
    String note();
}
