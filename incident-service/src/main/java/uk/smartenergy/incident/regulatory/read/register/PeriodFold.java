package uk.smartenergy.incident.regulatory.read.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.*;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.MeasureKey;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.record.Fact;
import uk.smartenergy.incident.platform.record.History;

/**
 * How a report stands for a period at a moment, over all records of it that a viewer sees. An explanation stays with a measure in a correction as
 * long as its value stays the same.
 */
final class PeriodFold {
    /** Of no record. */
    static final PeriodFold EMPTY = new PeriodFold();

    final List<Submitted> submissions = new ArrayList<>();
    final List<Challenge> challenges = new ArrayList<>();
    /** By reference. */
    final Map<String, ActionFold> actions = new LinkedHashMap<>();

    private final List<MeasureExplained> said = new ArrayList<>();
    private final Map<MeasureKey, Explanation> explanations = new HashMap<>();
    private Classification classification = Classification.WHITE;
    private long version = -1;

    record Submitted(ReportSubmitted event, Fact<RegulatoryEvent> fact) {
        String id() {
            return event.record() + "-S" + event.number();
        }
    }

    /** @param version of the record that holds it */
    record Challenge(ReportChallenged event, Fact<RegulatoryEvent> fact, Classification classification, long version) {
        String id() {
            return event.record() + "-C" + event.number();
        }

        String action() {
            return actionId(event.record(), event.action());
        }
    }

    /** @param measure as it was when it was explained */
    record Explanation(Measure measure, String text, Instant at) {}

    private PeriodFold() {}

    /** @param records of the period, all of which the viewer may see */
    static PeriodFold of(Collection<History<RegulatoryEvent>> records, Moment moment) {
        PeriodFold fold = new PeriodFold();
        for (History<RegulatoryEvent> record : records) {
            List<Fact<RegulatoryEvent>> facts = record.at(moment);
            if (!facts.isEmpty()) {
                fold.narrow(record.classification());
                facts.forEach(fact -> fold.take(fact, record.classification(), record.version(moment)));
            }
        }
        fold.submissions.sort(
                Comparator.comparing((Submitted one) -> one.event().occurredAt())
                        .thenComparing(one -> one.fact().recordedAt())
                        .thenComparing(one -> one.event().number()));
        fold.challenges.sort(Comparator.comparing((Challenge one) -> one.event().occurredAt())
                .thenComparing(Challenge::id));
        fold.explain();
        fold.last().ifPresent(last -> fold.version = versionOf(last.event().record(), records, moment));
        return fold;
    }

    private void narrow(Classification to) {
        classification = classification.compareTo(to) < 0 ? to : classification;
    }

    /** The record that the last submission stands in is what a reader's version is of; else the first that there is. */
    private static long versionOf(String record, Collection<History<RegulatoryEvent>> records, Moment moment) {
        return records.stream()
                .filter(one -> one.id().equals(record))
                .mapToLong(one -> one.version(moment))
                .findFirst()
                .orElse(-1);
    }

    private void take(Fact<RegulatoryEvent> fact, Classification of, long recordVersion) {
        version = version < 0 ? recordVersion : version;
        switch (fact.event()) {
            case ReportSubmitted submitted -> submissions.add(new Submitted(submitted, fact));
            case MeasureExplained explained -> said.add(explained);
            case ReportChallenged challenged -> challenges.add(new Challenge(challenged, fact, of, recordVersion));
            case ActionRaised raised ->
                actions.put(
                        actionId(raised.record(), raised.number()), new ActionFold(raised, fact, of, recordVersion));
            case ActionReported reported -> on(reported.record(), reported.action(), fact);
            case ActionDueDateMoved moved -> on(moved.record(), moved.action(), fact);
            case ActionAssigned assigned -> on(assigned.record(), assigned.action(), fact);
            case ActionCompleted completed -> on(completed.record(), completed.action(), fact);
        }
    }

    private void on(String record, int number, Fact<RegulatoryEvent> fact) {
        ActionFold action = actions.get(actionId(record, number));
        if (action != null) {
            action.take(fact);
        }
    }

    static String actionId(String record, int number) {
        return record + "-A" + number;
    }

    /** Through all submissions in order, so that what was explained of the same value before is still explained. */
    private void explain() {
        for (Submitted submitted : submissions) {
            for (Measure measure : submitted.event().submission().measures()) {
                MeasureKey key = measure.key();
                Explanation before = explanations.get(key);
                if (measure.explanation() != null) {
                    explanations.put(
                            key,
                            new Explanation(
                                    measure,
                                    measure.explanation(),
                                    submitted.event().occurredAt()));
                } else if (before != null && !sameValue(before.measure(), measure)) {
                    explanations.remove(key);
                }
                said.stream()
                        .filter(one -> one.record().equals(submitted.event().record())
                                && one.submission() == submitted.event().number()
                                && one.measure().equals(key))
                        .forEach(one ->
                                explanations.put(key, new Explanation(measure, one.explanation(), one.occurredAt())));
            }
        }
    }

    private static boolean sameValue(Measure one, Measure other) {
        return Objects.equals(one.value(), other.value());
    }

    Optional<Submitted> first() {
        return submissions.stream().findFirst();
    }

    /** Whose figures count. */
    Optional<Submitted> last() {
        return submissions.isEmpty() ? Optional.empty() : Optional.of(submissions.getLast());
    }

    @Nullable
    Instant firstReceivedAt() {
        return first().map(one -> one.event().occurredAt()).orElse(null);
    }

    @Nullable
    Explanation explanationOf(Measure measure) {
        return explanations.get(measure.key());
    }

    boolean isEmpty() {
        return version < 0;
    }

    long version() {
        return version;
    }

    Classification classification() {
        return classification;
    }
}
