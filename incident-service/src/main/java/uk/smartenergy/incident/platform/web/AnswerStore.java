package uk.smartenergy.incident.platform.web;

import java.util.Optional;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/** Keeps first answers durably, for all nodes. */
public interface AnswerStore {

    /** @throws StoreAway if the store cannot be reached */
    Optional<Answer> find(String id);

    /**
     * Keeps an answer, unless there is one already: the first stands.
     *
     * @throws StoreAway if the store cannot be reached
     */
    void keep(String id, Answer answer);
}
