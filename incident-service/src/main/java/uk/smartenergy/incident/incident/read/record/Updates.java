package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentEvent.CommunicationRated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.Lifecycle;

/** The updates to Interested Parties in the life of an Incident as of a moment: those that came, and those that did not. */
public final class Updates {
    private final Cadence.Reading reading;
    private final Instant until;
    private final TargetClock.WorkingTime time;
    private final List<Sent> sent;
    private final List<Resolvers> resolvers;

    /**
     * @param missing whether required content is missing; {@code null}: it is not judged
     * @param ratings the last of each reader
     */
    private record Sent(Instant at, int number, @Nullable Boolean missing, Map<Object, Integer> ratings) {}

    /** Who was Resolver from then on. */
    private record Resolvers(Instant from, String name) {}

    /**
     * What came of a stretch of time while somebody was Resolver.
     *
     * @param stars the sum of the ratings
     */
    public record Counts(
            String resolver,
            long sent,
            long judged,
            long complete,
            long onTime,
            long missed,
            long ratings,
            long stars) {
        boolean any() {
            return sent + onTime + missed > 0;
        }

        public Counts plus(Counts more) {
            return new Counts(
                    resolver,
                    sent + more.sent,
                    judged + more.judged,
                    complete + more.complete,
                    onTime + more.onTime,
                    missed + more.missed,
                    ratings + more.ratings,
                    stars + more.stars);
        }
    }

    private Updates(
            Cadence.Reading reading,
            Instant until,
            TargetClock.WorkingTime time,
            List<Sent> sent,
            List<Resolvers> resolvers) {
        this.reading = reading;
        this.until = until;
        this.time = time;
        this.sent = sent;
        this.resolvers = resolvers;
    }

    /** @param facts those of the moment, in the order in which they happened */
    static Updates of(Fact[] facts, Instant until, ReferenceFacts reference, TargetClock.WorkingTime time) {
        List<Cadence.Turn> turns = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        List<Resolvers> resolvers = new ArrayList<>();
        Lifecycle life = Lifecycle.RAISED;
        @Nullable Target cadence = null;
        boolean wasOpen = false;
        List<Fact> all = Arrays.asList(facts);
        for (Fact fact : facts) {
            life = Lives.after(life, fact);
            if (fact.event() instanceof IncidentCategorised decided) {
                cadence = reference.cadence(
                        decided.decision().policyVersion(),
                        decided.decision().category(),
                        decided.occurredAt(),
                        Decided.madeAt(all, fact));
            }
            boolean open = life.state().isOpen();
            boolean update = fact.event() instanceof IncidentCommunicated;
            turns.add(new Cadence.Turn(fact.occurredAt(), open ? cadence : null, open && !wasOpen, update));
            wasOpen = open;
            if (fact.event() instanceof IncidentCommunicated update2) {
                Boolean missing = update2.standard() == null
                        ? null
                        : !update2.standard().missingIn(update2.content()).isEmpty();
                sent.add(new Sent(fact.occurredAt(), update2.number(), missing, new HashMap<>(0)));
            }
            if (fact.event() instanceof CommunicationRated rated) {
                sent.stream()
                        .filter(one -> one.number() == rated.communication())
                        .forEach(one ->
                                one.ratings().put(rated.reader() == null ? rated : rated.reader(), rated.rating()));
            }
            String name = life.resolver() == null ? IncidentFilter.NONE : life.resolver();
            if (resolvers.isEmpty() || !resolvers.getLast().name().equals(name)) {
                resolvers.add(new Resolvers(fact.occurredAt(), name));
            }
        }
        return new Updates(Cadence.read(turns, until, time), until, time, sent, resolvers);
    }

    /** When the next one is owed; {@code null} if none is. */
    public @Nullable Instant nextDueAt() {
        return reading.nextDueAt();
    }

    public boolean overdue() {
        Instant due = reading.nextDueAt();
        return due != null && due.isBefore(until);
    }

    /** How many fell due in all its life and did not come. */
    public long missed() {
        return missed(Instant.MIN, until);
    }

    private long missed(Instant from, Instant to) {
        return reading.silences().stream()
                .mapToLong(silence -> silence.between(from, to, time))
                .sum();
    }

    /** What came of the time from one instant, included, to another: for each who was Resolver and of whom there is something to tell. */
    public List<Counts> between(Instant from, Instant to) {
        if (sent.isEmpty() && reading.silences().isEmpty()) {
            return List.of();
        }
        return Stream.of(resolvers)
                .flatMap(List::stream)
                .map(Resolvers::name)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> counts(name, from, to))
                .filter(Counts::any)
                .toList();
    }

    private Counts counts(String name, Instant from, Instant to) {
        List<Sent> then = sent.stream()
                .filter(one ->
                        within(one.at(), from, to) && resolverAt(one.at()).equals(name))
                .toList();
        long missed = 0;
        for (int i = 0; i < resolvers.size(); i++) {
            if (resolvers.get(i).name().equals(name)) {
                Instant begin = resolvers.get(i).from().isBefore(from)
                        ? from
                        : resolvers.get(i).from();
                Instant end =
                        i + 1 < resolvers.size() && resolvers.get(i + 1).from().isBefore(to)
                                ? resolvers.get(i + 1).from()
                                : to;
                missed += begin.isBefore(end) ? missed(begin, end) : 0;
            }
        }
        return new Counts(
                name,
                then.size(),
                then.stream().map(Sent::missing).filter(Objects::nonNull).count(),
                then.stream().filter(one -> Boolean.FALSE.equals(one.missing())).count(),
                reading.onTime().stream()
                        .filter(at -> within(at, from, to) && resolverAt(at).equals(name))
                        .count(),
                missed,
                then.stream().mapToLong(one -> one.ratings().size()).sum(),
                then.stream()
                        .flatMap(one -> one.ratings().values().stream())
                        .mapToLong(Integer::longValue)
                        .sum());
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** Who was Resolver at an instant; of two things at one instant, the later one says. */
    private String resolverAt(Instant at) {
        String name = IncidentFilter.NONE;
        for (Resolvers one : resolvers) {
            if (!one.from().isAfter(at)) {
                name = one.name();
            }
        }
        return name;
    }
}
