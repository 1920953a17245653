package uk.smartenergy.incident.platform.messaging;

import java.time.Duration;

/** Is told how long each message took. For metrics; it must neither block nor throw. */
public interface MessageObserver {

    /** How a message ended. */
    enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    void commandHandled(String command, Duration took, Outcome outcome);

    void queryAnswered(String query, Duration took, Outcome outcome);
}
