package uk.smartenergy.incident.platform.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.RecordEntry;
import uk.smartenergy.incident.api.shared.RecordEvent;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * All that was recorded of one record.
 *
 * @param id the reference of the record
 * @param facts in the order in which they were recorded; never empty
 */
public record History<E extends RecordEvent>(String id, List<Fact<E>> facts) {
    public History {
        facts = List.copyOf(facts);
    }

    /** What had happened by then as known then, in the order in which it happened; facts of the same instant in that of their recording. */
    public List<Fact<E>> at(Moment moment) {
        return facts.stream()
                .filter(fact -> moment.includes(fact.event().occurredAt(), fact.recordedAt()))
                .sorted(Comparator.comparing(fact -> fact.event().occurredAt()))
                .toList();
    }

    /** The version that was known then; -1 if nothing was. Now is known what a request has just recorded, though after the instant at which it began. */
    public long version(Moment moment) {
        Instant knownAt = moment.knownAt();
        return facts.stream()
                .filter(fact -> knownAt == null || !fact.recordedAt().isAfter(knownAt))
                .mapToLong(Fact::sequence)
                .max()
                .orElse(-1);
    }

    /**
     * Whether the viewer may know that it exists, by its classification as it stands today: what was made narrower is hidden in its past too. A
     * record that was never classified is AMBER.
     */
    public boolean isVisibleTo(Viewer viewer) {
        return viewer.maySee(classification(), concerned());
    }

    /** As it stands today. */
    public Classification classification() {
        return classification(facts.stream()
                .sorted(Comparator.comparing(fact -> fact.event().occurredAt()))
                .toList());
    }

    private Set<String> concerned() {
        Set<String> concerned = new HashSet<>();
        facts.forEach(fact -> concerned.addAll(fact.event().concerns()));
        return concerned;
    }

    private static <E extends RecordEvent> Classification classification(List<Fact<E>> inOrder) {
        Classification last = Classification.AMBER;
        for (Fact<E> fact : inOrder) {
            Classification said = fact.event().classifies();
            last = said == null ? last : said;
        }
        return last;
    }

    /** What a reader sees of it, in the order in which it happened. */
    public List<RecordEntry> timeline(Moment moment) {
        List<Fact<E>> inOrder = at(moment);
        return java.util.stream.IntStream.range(0, inOrder.size())
                .mapToObj(i -> entry(inOrder.get(i), classification(inOrder.subList(0, i + 1))))
                .toList();
    }

    RecordEntry entry(Fact<E> fact, Classification classification) {
        @Nullable String actor = fact.actor();
        return new RecordEntry(
                id,
                fact.sequence(),
                fact.id(),
                fact.event().getClass().getSimpleName(),
                actor,
                fact.actorParty(),
                fact.event().occurredAt(),
                fact.recordedAt(),
                classification,
                fact.event());
    }
}
