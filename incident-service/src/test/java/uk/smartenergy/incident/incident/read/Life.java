package uk.smartenergy.incident.incident.read;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** The history of one Incident for a test: written out, or drawn by chance from a seed, late recordings included. */
public final class Life {
    private static final PolicyBook POLICIES = ReferenceData.shipped().policies();

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

    /** A dispute by that party. */
    public Life disputed(Instant at, Instant recordedAt, int number, String party) {
        return then(
                recordedAt,
                new CategoryDisputed(
                        id, at, number, party, decidedBy(at).decision().category(), null, "Graver", "Letters"));
    }

    /** A ruling on what stood then, as far as is recorded, with the category that follows from it. */
    public Life ruled(Instant at, Instant recordedAt, int dispute, Category category) {
        IncidentCategorised standing = decidedBy(at);
        CategoryDecision ruledOn = standing.decision();
        units.add(new Unit(
                recordedAt,
                List.of(
                        new CategoryRuled(id, at, dispute, category, "Ruled so", ruledOn, standing.occurredAt()),
                        new IncidentCategorised(
                                id,
                                standing.occurredAt(),
                                new CategoryDecision(
                                        category,
                                        CategoryDecision.Basis.RULED,
                                        ruledOn.policyVersion(),
                                        ruledOn.facts(),
                                        ruledOn.limbs(),
                                        "Ruled so")))));
        return this;
    }

    /** Assessed by the policy that comes with the product. */
    public Life assessed(Instant at, Instant recordedAt, Impact impact, String... processes) {
        units.add(new Unit(
                recordedAt,
                List.of(
                        new ImpactAssessed(id, at, impact, List.of(processes), null),
                        new IncidentCategorised(
                                id,
                                at,
                                POLICIES.activeAt(at).decide(CategorisationFacts.of(impact, List.of(processes)))))));
        return this;
    }

    private IncidentCategorised decidedBy(Instant at) {
        return events().stream()
                .flatMap(event -> event instanceof IncidentCategorised categorised
                                && !categorised.occurredAt().isAfter(at)
                        ? java.util.stream.Stream.of(categorised)
                        : java.util.stream.Stream.empty())
                .sorted(Comparator.comparing(IncidentCategorised::occurredAt))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The same life, but raised by that party. */
    public Life by(String party) {
        Unit first = units.getFirst();
        IncidentRaised e = (IncidentRaised) first.events().getFirst();
        units.set(
                0,
                new Unit(
                        first.recordedAt(),
                        List.of(
                                new IncidentRaised(
                                        id,
                                        e.occurredAt(),
                                        e.summary(),
                                        e.description(),
                                        e.type(),
                                        new Raiser(party, null, null, null),
                                        e.services(),
                                        e.businessProcesses(),
                                        e.region(),
                                        null,
                                        e.impact(),
                                        null,
                                        null,
                                        List.of(),
                                        e.externalReference(),
                                        e.classification()),
                                first.events().get(1))));
        return this;
    }

    /** A life drawn by chance with assessments, disputes, withdrawals and rulings, some of which are recorded late. */
    public static Life contested(Random random, long number, Instant begin, Instant end) {
        Life life = drawn(random, number, begin, end, Classification.GREEN)
                .by(random.nextInt(3) == 0 ? "Unheard of" : "Alpha Energy");
        Instant recorded = life.units.getLast().recordedAt();
        Instant raisedAt = life.events().getFirst().occurredAt();
        for (int i = random.nextInt(5); i > 0; i--) {
            recorded = between(random, recorded, end);
            Instant at = random.nextBoolean() ? recorded : between(random, raisedAt, recorded);
            int number2 = 1
                    + (int) life.events().stream()
                            .filter(event -> event instanceof CategoryDisputed)
                            .count();
            switch (random.nextInt(4)) {
                case 0 -> {
                    Impact impact = new Impact(
                            ImpactLevel.values()[random.nextInt(5)],
                            random.nextInt(60),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            DataLoss.NONE,
                            FinancialImpact.values()[random.nextInt(4)],
                            null);
                    String[] some =
                            random.nextBoolean() ? new String[] {"Billing", "Install & Commission"} : new String[0];
                    life.assessed(at, recorded, impact, some);
                }
                case 1 -> life.disputed(at, recorded, number2, "Party " + number2);
                case 2 -> {
                    life.disputed(at, recorded, number2, "Party " + number2);
                    Instant later = between(random, recorded, end);
                    life.then(later, new DisputeWithdrawn(life.id, later, number2, "Settled"));
                    recorded = later;
                }
                default -> {
                    life.disputed(at, recorded, number2, "Party " + number2);
                    Instant later = between(random, recorded, end);
                    life.ruled(between(random, at, later), later, number2, category(random));
                    recorded = later;
                }
            }
        }
        return life;
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
