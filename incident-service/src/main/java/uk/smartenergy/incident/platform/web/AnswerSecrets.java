package uk.smartenergy.incident.platform.web;

import java.util.Optional;

/** Finds the secrets that first answers show and that are kept elsewhere. */
@FunctionalInterface
public interface AnswerSecrets {
    /**
     * The secret of a thing; empty if it has none any more.
     *
     * @throws uk.smartenergy.incident.platform.messaging.StoreAway if it cannot be looked up
     */
    Optional<String> find(String about);
}
