package uk.smartenergy.incident.incident.read;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;

/** The history of one Incident for a test: written out, or drawn by chance from a seed, late recordings included. */
public final class Life {
    /** @param events what was recorded together */
    public record Unit(Instant recordedAt, List<IncidentEvent> events) {}

    public final IncidentId id;
    private final List<Unit> units = new ArrayList<>();

    private Life(IncidentId id) {
        this.id = id;
    }

    public static Life raised(
            long number, Instant at, Instant recordedAt, IncidentType type, Classification classification) {
        return raised(number, at, recordedAt, type, classification, Category.CATEGORY_3, List.of("WAN"), "North", null);
    }

    public static Life raised(
            long number,
            Instant at,
            Instant recordedAt,
            IncidentType type,
            Classification classification,
            Category category,
            List<String> services,
            @Nullable String region,
            @Nullable String externalReference) {
        Life life = new Life(IncidentId.of(number));
        life.units.add(new Unit(
                recordedAt,
                List.of(
                        new IncidentRaised(
                                life.id,
                                at,
                                "Summary of " + number,
                                "Meters in " + region + " do not answer",
                                type,
                                new Raiser("Alpha Energy", "A. Person", "a@example.org", "REF-" + number),
                                services,
                                List.of("Prepayment"),
                                region,
                                null,
                                null,
                                null,
                                "looked at it",
                                List.of(),
                                externalReference,
                                classification),
                        categorised(life.id, at, category))));
        return life;
    }

    private static IncidentCategorised categorised(IncidentId id, Instant at, Category category) {
        return new IncidentCategorised(id, at, CategoryDecision.elsewhere(category, null, null));
    }

    public Life then(Instant recordedAt, IncidentEvent event) {
        units.add(new Unit(recordedAt, List.of(event)));
        return this;
    }

    public Life assigned(Instant at, String resolver) {
        return then(at, new IncidentAssigned(id, at, resolver, null));
    }

    public Life resolved(Instant at) {
        return then(at, new IncidentResolved(id, at, "done"));
    }

    public Life reopened(Instant at) {
        return then(at, new IncidentReopened(id, at, "not done"));
    }

    public List<Unit> facts() {
        return units;
    }

    public List<IncidentEvent> events() {
        return units.stream().flatMap(unit -> unit.events().stream()).toList();
    }

    /** A life drawn by chance in which some facts are recorded late; everything is recorded between begin and end. */
    public static Life drawn(Random random, long number, Instant begin, Instant end, Classification classification) {
        Instant recordedAt = between(random, begin, end);
        Instant raisedAt = random.nextInt(3) == 0 ? between(random, begin, recordedAt) : recordedAt;
        IncidentType type = random.nextInt(3) == 0 ? IncidentType.RDP : IncidentType.SERVICE;
        Life life = raised(
                number,
                raisedAt,
                recordedAt,
                type,
                classification,
                category(random),
                List.of("WAN", "SMKI", "Registration Data").subList(0, random.nextInt(4)),
                random.nextBoolean() ? "North" : null,
                random.nextBoolean() ? "X-" + number : null);
        for (int tries = random.nextInt(16); tries > 0 && recordedAt.isBefore(end); tries--) {
            recordedAt = between(random, recordedAt, recordedAt.plus(Duration.ofDays(20)));
            if (!recordedAt.isBefore(end)) {
                break;
            }
            Instant at = random.nextInt(3) == 0 ? between(random, raisedAt, recordedAt) : recordedAt;
            IncidentEvent event = life.step(random, at);
            if (life.wouldBeLegalWith(event)) {
                life.then(recordedAt, event);
            }
        }
        return life;
    }

    private IncidentEvent step(Random random, Instant at) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new IncidentAssigned(id, at, "Resolver " + random.nextInt(4), null);
            case 2 -> new IncidentRespondedTo(id, at, false, null);
            case 3 -> new IncidentPaused(id, at, "waits", null);
            case 4 -> new IncidentResumed(id, at, null);
            case 5, 6 -> new IncidentResolved(id, at, null);
            case 7 -> new IncidentReopened(id, at, "again");
            case 8 -> categorised(id, at, category(random));
            default -> new IncidentClosed(id, at, null, null);
        };
    }

    private boolean wouldBeLegalWith(IncidentEvent event) {
        List<IncidentEvent> all = new ArrayList<>(events());
        all.add(event);
        all.sort(Comparator.comparing(IncidentEvent::occurredAt));
        Optional<Lifecycle> life = Optional.of(Lifecycle.RAISED);
        for (IncidentEvent each : all) {
            life = life.flatMap(now -> now.after(each));
        }
        return life.isPresent();
    }

    private static Category category(Random random) {
        return Category.of(1 + random.nextInt(5));
    }

    static Instant between(Random random, Instant begin, Instant end) {
        long seconds = Duration.between(begin, end).toSeconds();
        return seconds <= 0 ? begin : begin.plusSeconds(random.nextLong(seconds + 1));
    }
}
