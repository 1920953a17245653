package uk.smartenergy.incident.platform.projection;

/**
 * An image of the events that questions are answered from. It is fed by one thread, each event once and in order; many threads read it.
 *
 * <p>What it takes in is shown to readers in steps, so that they never see half a unit of work. Not for reactions to events: those are
 * automations, and must not run again when an image is rebuilt.
 */
public interface Projection {
    /** Tells it from others in health and metrics. */
    String name();

    /** Takes an event in without showing it yet. Gets every event of the store, also those that do not concern it. */
    void apply(RecordedEvent event);

    /** Shows readers all that was taken in. */
    void publish();

    /** Forgets what was taken in since it was last published. */
    void discard();

    /** Drops the whole image; all events follow again. */
    void reset();
}
