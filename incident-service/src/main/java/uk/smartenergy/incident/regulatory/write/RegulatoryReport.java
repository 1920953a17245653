package uk.smartenergy.incident.regulatory.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.ChallengeKind;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.*;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.*;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.MeasureKey;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.platform.deciding.Recording;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * One of the DCC's reports to the Panel for one period: submitted, and perhaps corrected; explained; challenged, which makes an action of each
 * challenge; actions reported on, moved, assigned and completed.
 *
 * <ul>
 *   <li>Nothing is said of a period before it is over, and nothing of a submission before it was received.
 *   <li>A correction does not replace what was received before: both are kept.
 *   <li>What is done is done: nothing more happens to an action that was completed.
 *   <li>What is said again changes nothing.
 * </ul>
 */
@Aggregate
public class RegulatoryReport {
    @AggregateIdentifier
    private @Nullable String record;

    private long version = -1;
    private final List<ReportSubmitted> submissions = new ArrayList<>();
    private final Map<MeasureKey, MeasureExplained> explanations = new HashMap<>();
    private final List<ReportChallenged> challenges = new ArrayList<>();
    private final Map<Integer, ActionLife> actions = new HashMap<>();

    /** For Axon. */
    protected RegulatoryReport() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(SubmitReport command, MetaData meta) {
        Recording recording = begin(meta);
        Instant at = over(command, recording);
        boolean same = submissions.stream()
                .filter(one -> one.submission().equals(command.submission()))
                .anyMatch(one -> one.occurredAt().equals(at)
                        || command.occurredAt() == null && Optional.of(one).equals(last()));
        return end(
                recording,
                command,
                same
                        ? List.of()
                        : List.of(new ReportSubmitted(
                                command.record(), at, submissions.size() + 1, command.submission())));
    }

    @CommandHandler
    RecordAccepted handle(ExplainMeasure command, MetaData meta) {
        Recording recording = begin(meta);
        Instant at = recording.at(command.occurredAt());
        ReportSubmitted last = last().orElseThrow(() -> Refusals.nothingSubmitted(parsed(command)));
        MeasureKey meant = theOne(command.measure(), last.submission().meantBy(command.measure()));
        if (at.isBefore(last.occurredAt())) {
            throw Refusals.beforeSubmission(last.occurredAt());
        }
        MeasureExplained event =
                new MeasureExplained(command.record(), at, last.number(), meant, command.explanation());
        MeasureExplained standing = explanations.get(meant);
        boolean same = standing != null
                && standing.submission() == last.number()
                && standing.explanation().equals(command.explanation());
        return end(recording, command, same ? List.of() : List.of(event));
    }

    private static MeasureKey theOne(MeasureKey key, List<Measure> meant) {
        if (meant.isEmpty()) {
            throw Refusals.invalid("MEASURE_UNKNOWN", "The last submission has no measure " + key + ".", "/measure");
        }
        if (meant.size() > 1) {
            throw Refusals.invalid(
                    "MEASURE_AMBIGUOUS",
                    "The last submission has %d measures %s: name the region or the provider as well."
                            .formatted(meant.size(), key),
                    "/measure");
        }
        return meant.getFirst().key();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(ChallengeReport command, MetaData meta) {
        Recording recording = begin(meta);
        Instant at = over(command, recording);
        if (command.kind() != ChallengeKind.OTHER) {
            Instant first = submissions.stream()
                    .map(ReportSubmitted::occurredAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow(() -> Refusals.nothingSubmitted(parsed(command)));
            if (at.isBefore(first)) {
                throw Refusals.beforeSubmission(first);
            }
        }
        refuseDueBefore(command.action(), at, "/action/dueOn");
        boolean same = challenges.stream()
                .anyMatch(one -> one.kind() == command.kind()
                        && one.text().equals(command.text())
                        && one.raisedBy().equals(command.raisedBy())
                        && one.incidents().equals(command.incidents())
                        && !action(one.action()).isDone());
        int number = challenges.size() + 1;
        int action = actions.size() + 1;
        return end(
                recording,
                command,
                same
                        ? List.of()
                        : List.of(
                                new ReportChallenged(
                                        command.record(),
                                        at,
                                        number,
                                        command.kind(),
                                        command.text(),
                                        command.raisedBy(),
                                        command.incidents(),
                                        action,
                                        command.classification()),
                                raised(command, at, number, command.action(), command.classification())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(RaiseAction command, MetaData meta) {
        Recording recording = begin(meta);
        Instant at = over(command, recording);
        refuseDueBefore(command.action(), at, "/dueOn");
        boolean same = actions.values().stream()
                .anyMatch(one -> !one.isDone()
                        && one.text().equals(command.action().text())
                        && one.owner().equals(command.action().owner())
                        && one.dueOn().equals(command.action().dueOn()));
        return end(
                recording,
                command,
                same ? List.of() : List.of(raised(command, at, null, command.action(), command.classification())));
    }

    private ActionRaised raised(
            RegulatoryCommand command,
            Instant at,
            @Nullable Integer challenge,
            ActionTerms terms,
            Classification classification) {
        return new ActionRaised(
                command.record(),
                at,
                actions.size() + 1,
                challenge,
                terms.text(),
                terms.owner(),
                terms.dueOn(),
                classification);
    }

    @CommandHandler
    RecordAccepted handle(ReportOnAction command, MetaData meta) {
        Recording recording = begin(meta);
        Instant at = after(action(command.action()).raisedAt(), command, recording);
        open(command.action());
        return end(
                recording,
                command,
                List.of(new ActionReported(command.record(), at, command.action(), command.text())));
    }

    @CommandHandler
    RecordAccepted handle(MoveDueDate command, MetaData meta) {
        Recording recording = begin(meta);
        ActionLife action = action(command.action());
        Instant at = after(action.raisedAt(), command, recording);
        open(command.action());
        LocalDate day = LocalDate.ofInstant(action.raisedAt(), WorkingDays.LONDON);
        if (command.dueOn().isBefore(day)) {
            throw Refusals.dueBefore(day, "/dueOn");
        }
        if (command.dueOn().equals(action.dueOn())) {
            return end(recording, command, List.of());
        }
        refuseBeforeLast(at, action.movedAt());
        return end(
                recording,
                command,
                List.of(new ActionDueDateMoved(
                        command.record(), at, command.action(), command.dueOn(), command.reason())));
    }

    @CommandHandler
    RecordAccepted handle(AssignAction command, MetaData meta) {
        Recording recording = begin(meta);
        ActionLife action = action(command.action());
        Instant at = after(action.raisedAt(), command, recording);
        open(command.action());
        if (command.owner().equals(action.owner())) {
            return end(recording, command, List.of());
        }
        refuseBeforeLast(at, action.assignedAt());
        return end(
                recording,
                command,
                List.of(new ActionAssigned(command.record(), at, command.action(), command.owner())));
    }

    @CommandHandler
    RecordAccepted handle(CompleteAction command, MetaData meta) {
        Recording recording = begin(meta);
        ActionLife action = action(command.action());
        Instant at = after(action.raisedAt(), command, recording);
        if (command.answer().equals(action.answer())) {
            return end(recording, command, List.of());
        }
        open(command.action());
        refuseBeforeLast(at, action.last());
        return end(
                recording,
                command,
                List.of(new ActionCompleted(command.record(), at, command.action(), command.answer())));
    }

    private Recording begin(MetaData meta) {
        Recording recording = Recording.of(meta);
        recording.refuseIfStale(version);
        return recording;
    }

    private RecordAccepted end(Recording recording, RegulatoryCommand command, List<? extends RegulatoryEvent> events) {
        return recording.apply(command.record(), version, events);
    }

    /** When it happened, which must be after the period. */
    private static Instant over(RegulatoryCommand command, Recording recording) {
        RegisterRecord about = parsed(command);
        Instant at = recording.at(command.occurredAt());
        if (at.isBefore(about.period()
                .next()
                .firstDay()
                .atStartOfDay(WorkingDays.LONDON)
                .toInstant())) {
            throw Refusals.periodNotOver(about);
        }
        return at;
    }

    private static Instant after(Instant raisedAt, RegulatoryCommand command, Recording recording) {
        Instant at = recording.at(command.occurredAt());
        if (at.isBefore(raisedAt)) {
            throw Refusals.beforeAction(raisedAt);
        }
        return at;
    }

    private static void refuseBeforeLast(Instant at, Instant last) {
        if (at.isBefore(last)) {
            throw Refusals.beforeLastStep(last);
        }
    }

    private static void refuseDueBefore(ActionTerms terms, Instant at, String pointer) {
        LocalDate day = LocalDate.ofInstant(at, WorkingDays.LONDON);
        if (terms.dueOn().isBefore(day)) {
            throw Refusals.dueBefore(day, pointer);
        }
    }

    private void open(int number) {
        ActionLife action = action(number);
        if (action.isDone()) {
            throw Refusals.done(action.last());
        }
    }

    private ActionLife action(int number) {
        ActionLife action = actions.get(number);
        if (action == null) {
            throw Refusals.actionNotFound();
        }
        return action;
    }

    private static RegisterRecord parsed(RegulatoryCommand command) {
        return RegisterRecord.parse(command.record())
                .orElseThrow(() -> new IllegalArgumentException(command.record() + " is not of the register"));
    }

    /** Whose figures count. */
    private Optional<ReportSubmitted> last() {
        return submissions.stream()
                .max(Comparator.comparing(ReportSubmitted::occurredAt).thenComparing(ReportSubmitted::number));
    }

    @EventSourcingHandler
    void on(ReportSubmitted event) {
        begun(event);
        submissions.add(event);
    }

    @EventSourcingHandler
    void on(MeasureExplained event) {
        begun(event);
        explanations.put(event.measure(), event);
    }

    @EventSourcingHandler
    void on(ReportChallenged event) {
        begun(event);
        challenges.add(event);
    }

    @EventSourcingHandler
    void on(ActionRaised event) {
        begun(event);
        actions.put(event.number(), ActionLife.of(event));
    }

    @EventSourcingHandler
    void on(ActionReported event) {
        begun(event);
        actions.computeIfPresent(event.action(), (number, action) -> action.reported(event.occurredAt()));
    }

    @EventSourcingHandler
    void on(ActionDueDateMoved event) {
        begun(event);
        actions.computeIfPresent(event.action(), (number, action) -> action.moved(event.occurredAt(), event.dueOn()));
    }

    @EventSourcingHandler
    void on(ActionAssigned event) {
        begun(event);
        actions.computeIfPresent(
                event.action(), (number, action) -> action.assigned(event.occurredAt(), event.owner()));
    }

    @EventSourcingHandler
    void on(ActionCompleted event) {
        begun(event);
        actions.computeIfPresent(
                event.action(), (number, action) -> action.completed(event.occurredAt(), event.answer()));
    }

    private void begun(RegulatoryEvent event) {
        record = event.record();
        version++;
    }
}
