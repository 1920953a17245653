package uk.smartenergy.incident.regulatory.read.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.ActionAssigned;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.ActionCompleted;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.ActionDueDateMoved;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.ActionRaised;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.ActionReported;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.record.Fact;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** An action as it stands after the facts that it took, which come in the order in which they happened. */
final class ActionFold {
    private final ActionRaised raised;
    private final @Nullable String raisedBy;
    private final Classification classification;
    private final long version;
    private final List<ActionView.Slip> slips = new ArrayList<>();
    private final List<ActionView.Note> reports = new ArrayList<>();
    private String owner;
    private LocalDate dueOn;
    private @Nullable ActionCompleted completed;
    private @Nullable String completedBy;

    ActionFold(ActionRaised raised, Fact<RegulatoryEvent> fact, Classification classification, long version) {
        this.raised = raised;
        this.raisedBy = fact.actor();
        this.classification = classification;
        this.version = version;
        this.owner = raised.owner();
        this.dueOn = raised.dueOn();
    }

    void take(Fact<RegulatoryEvent> fact) {
        switch (fact.event()) {
            case ActionReported reported ->
                reports.add(new ActionView.Note(reported.text(), reported.occurredAt(), fact.actor()));
            case ActionDueDateMoved moved -> {
                slips.add(new ActionView.Slip(dueOn, moved.dueOn(), moved.reason(), moved.occurredAt(), fact.actor()));
                dueOn = moved.dueOn();
            }
            case ActionAssigned assigned -> owner = assigned.owner();
            case ActionCompleted done -> {
                completed = done;
                completedBy = fact.actor();
            }
            default -> throw new IllegalArgumentException("Not of an action: " + fact.event());
        }
    }

    boolean isDone() {
        return completed != null;
    }

    ActionView view(Instant asOf, WorkingDays days) {
        RegisterRecord record = RegisterRecord.parse(raised.record()).orElseThrow();
        Instant dueAt = Timing.endOf(dueOn);
        boolean overdue = !isDone() && asOf.isAfter(dueAt);
        ActionCompleted done = completed;
        Integer challenge = raised.challenge();
        return new ActionView(
                PeriodFold.actionId(raised.record(), raised.number()),
                record.report(),
                record.period(),
                challenge == null ? null : raised.record() + "-C" + challenge,
                raised.text(),
                owner,
                isDone() ? ActionView.State.DONE : overdue ? ActionView.State.OVERDUE : ActionView.State.OPEN,
                raised.occurredAt(),
                raisedBy,
                dueOn,
                dueAt,
                raised.dueOn(),
                overdue ? Math.max(1, days.workingDaysAfter(dueOn, Timing.dayOf(asOf))) : 0,
                slips,
                reports,
                done == null ? null : done.answer(),
                done == null ? null : done.occurredAt(),
                completedBy,
                classification,
                version);
    }
}
