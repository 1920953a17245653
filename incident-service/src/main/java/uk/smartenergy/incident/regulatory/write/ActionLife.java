package uk.smartenergy.incident.regulatory.write;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.ActionRaised;

/**
 * How an action stands, as far as later decisions need it.
 *
 * @param movedAt when its due date was last set
 * @param assignedAt when it last got an owner
 * @param last when something last happened to it
 * @param answer {@code null} until it is done
 */
record ActionLife(
        String text,
        Instant raisedAt,
        LocalDate dueOn,
        Instant movedAt,
        String owner,
        Instant assignedAt,
        Instant last,
        @Nullable String answer) {

    static ActionLife of(ActionRaised raised) {
        Instant at = raised.occurredAt();
        return new ActionLife(raised.text(), at, raised.dueOn(), at, raised.owner(), at, at, null);
    }

    boolean isDone() {
        return answer != null;
    }

    ActionLife reported(Instant at) {
        return new ActionLife(text, raisedAt, dueOn, movedAt, owner, assignedAt, later(at), answer);
    }

    ActionLife moved(Instant at, LocalDate to) {
        return new ActionLife(text, raisedAt, to, at, owner, assignedAt, later(at), answer);
    }

    ActionLife assigned(Instant at, String to) {
        return new ActionLife(text, raisedAt, dueOn, movedAt, to, at, later(at), answer);
    }

    ActionLife completed(Instant at, String with) {
        return new ActionLife(text, raisedAt, dueOn, movedAt, owner, assignedAt, later(at), with);
    }

    private Instant later(Instant at) {
        return at.isAfter(last) ? at : last;
    }
}
