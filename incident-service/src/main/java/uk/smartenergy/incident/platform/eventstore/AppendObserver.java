package uk.smartenergy.incident.platform.eventstore;

import java.time.Duration;

/** Hears how appends fare, for metrics. It is called by the threads that append and must return at once. */
public interface AppendObserver {

    /** Hears nothing. */
    AppendObserver NONE = new AppendObserver() {};

    /** What became of one unit of work. */
    enum Outcome {
        STORED,
        CONFLICT,
        DUPLICATE_IDENTIFIER,
        REFUSED,
        UNAVAILABLE,
        UNKNOWN
    }

    /**
     * One unit of work was answered.
     *
     * @param outcome what became of it
     * @param events how many events it had
     * @param duration from the call until the answer
     */
    default void unitAnswered(Outcome outcome, int events, Duration duration) {}

    /**
     * The server has acknowledged a batch.
     *
     * @param units how many units of work it stored
     * @param bytes their size
     * @param duration the time of the server's answer
     */
    default void batchStored(int units, long bytes, Duration duration) {}
}
