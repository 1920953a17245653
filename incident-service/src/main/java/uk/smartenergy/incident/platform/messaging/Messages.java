package uk.smartenergy.incident.platform.messaging;

import java.util.Optional;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Refusal;

/** Sends commands and asks queries. It is for edges and automations; decisions and projections never call it. Both calls block. */
public interface Messages {

    /**
     * Has a command decided, and its events stored durably before this returns.
     *
     * @return what the handler answers
     * @throws Refusal if the command was refused; nothing has changed
     * @throws ClaimTaken if one of the caller's claims was made before; nothing has changed
     * @throws ChangedConcurrently if others keep changing the same record; nothing has changed
     * @throws StreamExists if the command creates something under a reference that is taken; nothing has changed
     * @throws StoreAway if the store cannot be reached; nothing has changed
     * @throws OutcomeUnknown if the store did not say whether it took the events; sending again with the same claims is safe
     */
    <R> R send(Command command, Caller caller);

    /**
     * Answers a query from projections that hold every change acknowledged, by any node, before this was called.
     *
     * @throws StoreAway if the store cannot be reached, so that nobody can say what has been acknowledged
     * @throws ReadModelBehind if the projections have not caught up in time
     */
    <R> R ask(Query<R> query);

    /**
     * Answers a query from the projections as they stand, without waiting for what was acknowledged a moment ago. For those who ask very often and
     * have asked properly once.
     */
    default <R> R glance(Query<R> query) {
        return ask(query);
    }

    /**
     * The value of a claim, on whichever node it was made.
     *
     * @throws StoreAway if the store cannot be reached
     */
    Optional<String> claimed(String key);
}
