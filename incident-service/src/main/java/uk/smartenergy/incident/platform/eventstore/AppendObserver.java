package uk.smartenergy.incident.platform.eventstore;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

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
     * @param events the events of it
     * @param duration from the call until the answer
     */
    default void unitAnswered(Outcome outcome, List<? extends EventMessage<?>> events, Duration duration) {}
}
