package uk.smartenergy.incident.platform.record;

import uk.smartenergy.incident.api.shared.Query;

/**
 * What a view asks of the views of other slices when it answers a question of its own. They answer from their images as they stand: whoever asked
 * first has waited for what was acknowledged, and one processor feeds all images. Not for projections while they take events in.
 */
public interface Elsewhere {
    <R> R ask(Query<R> query);
}
