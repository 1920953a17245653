package uk.smartenergy.incident.api.shared;

/**
 * A question that changes nothing. Every query says who asks, because what may be seen depends on it.
 *
 * @param <R> the type of the answer
 */
public interface Query<R> {
    /** Who asks; the answer holds nothing that this viewer may not know to exist. */
    Viewer viewer();
}
