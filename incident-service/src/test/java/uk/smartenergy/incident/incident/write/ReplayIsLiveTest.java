package uk.smartenergy.incident.incident.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import uk.smartenergy.incident.api.backtest.ReplayQuery.ExplainReplay;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Explained;
import uk.smartenergy.incident.api.backtest.ReplayQuery.FindReplayable;
import uk.smartenergy.incident.api.backtest.ReplayQuery.ReplayIncidents;
import uk.smartenergy.incident.api.backtest.ReplayResult;
import uk.smartenergy.incident.api.backtest.ReplayResult.Cell;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.categorisation.Targets;
import uk.smartenergy.incident.api.incident.ImpactChange;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.PolicyViews;
import uk.smartenergy.incident.incident.read.replay.IncidentReplay;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/**
 * A replay under a policy says what the service would have said had that policy been in force: the same commands are decided live under both, and
 * what the one world says in a replay under the other's policy must be what the other world says of its own record.
 */
class ReplayIsLiveTest {
    private static final int CASES = 400;
    private static final Instant BEGIN = Instant.parse("2018-03-01T00:00:00Z");

    private static final ReferenceData REFERENCE = Samples.REFERENCE;
    private static final CategorisationPolicy DCC =
            REFERENCE.policies().find("dcc-reading").orElseThrow();
    private static final CategorisationPolicy SUPPLIER =
            REFERENCE.policies().find("supplier-reading").orElseThrow();
    private static final CategorisationPolicy OTHER_TARGETS = withOtherTargets(SUPPLIER);

    /** The service's read side with one policy in force, and what its write side decides under it. */
    private static final class Live implements AutoCloseable {
        private final World world = new World();
        private final IncidentRules rules;
        private final IncidentReplay replay;
        private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

        Live(CategorisationPolicy policy) {
            PolicyBook book = new PolicyBook(List.of(DCC, SUPPLIER, OTHER_TARGETS), List.of(policy));
            PoliciesInForce inForce = () -> book;
            rules = new IncidentRules(REFERENCE, inForce);
            bean(ReferenceData.class, () -> REFERENCE);
            bean(PoliciesInForce.class, () -> inForce);
            bean(Calendars.class, () -> knownAt -> REFERENCE.workingDays());
            context.scan(
                    "uk.smartenergy.incident.incident.read.record", "uk.smartenergy.incident.incident.read.replay");
            context.refresh();
            replay = new IncidentReplay(
                    world.records, context.getBean(IncidentViews.class), context.getBean(PolicyViews.class), inForce);
        }

        private <T> void bean(Class<T> type, Supplier<T> bean) {
            context.registerBean(type, bean);
        }

        @Nullable
        IncidentLife take(@Nullable IncidentLife life, IncidentCommand command, Instant now) {
            List<IncidentEvent> events = rules.decide(life, command, new Recording(now));
            IncidentLife next = life;
            for (IncidentEvent event : events) {
                next = IncidentLife.evolve(next, event, next == null ? 0 : next.version() + 1);
            }
            if (!events.isEmpty()) {
                world.record(now, events.toArray(IncidentEvent[]::new));
            }
            return next;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Test
    void aReplayUnderAPolicyIsWhatWouldHaveBeenDecidedLiveUnderIt() {
        for (CategorisationPolicy candidate : List.of(SUPPLIER, OTHER_TARGETS)) {
            try (Live record = new Live(DCC);
                    Live other = new Live(candidate)) {
                Random random = new Random(candidate.version().hashCode());
                Instant end = BEGIN;
                for (int number = 1; number <= CASES; number++) {
                    Instant last = tell(random, number, record, other);
                    end = last.isAfter(end) ? last : end;
                }
                long changed = 0;
                for (int tries = 0; tries < 6; tries++) {
                    Moment moment = tries == 0 ? Moment.present(end) : drawn(random, end);
                    changed += compare(record, other, candidate, moment);
                }
                assertThat(changed).as("Incidents that change").isGreaterThan(CASES / 4);
            }
        }
    }

    private static long compare(Live record, Live other, CategorisationPolicy candidate, Moment moment) {
        List<IncidentId> incidents = record.replay
                .on(new FindReplayable(World.CLEARED, moment, BEGIN, moment.now()))
                .incidents();
        List<Explained> replayed =
                record.replay.on(new ExplainReplay(World.CLEARED, moment, incidents, candidate, null));
        List<Explained> live = other.replay.on(new ExplainReplay(World.CLEARED, moment, incidents, candidate, null));

        assertThat(replayed).hasSize(incidents.size());
        assertThat(replayed.stream().map(Explained::after).toList())
                .isEqualTo(live.stream().map(Explained::before).toList());
        ReplayResult result = record.replay.on(new ReplayIncidents(World.CLEARED, moment, incidents, candidate, null));
        addsUp(result, incidents.size());
        return result.changes().size();
    }

    @Test
    void aReplayUnderThePolicyThatDecidedChangesNothing() {
        try (Live record = new Live(DCC);
                Live same = new Live(DCC)) {
            Random random = new Random(7);
            Instant end = BEGIN;
            for (int number = 1; number <= CASES; number++) {
                end = later(end, tell(random, number, record, same));
            }
            for (int tries = 0; tries < 6; tries++) {
                Moment moment = tries == 0 ? Moment.present(end) : drawn(random, end);
                List<IncidentId> incidents = record.replay
                        .on(new FindReplayable(World.CLEARED, moment, BEGIN, end))
                        .incidents();
                ReplayResult result =
                        record.replay.on(new ReplayIncidents(World.CLEARED, moment, incidents, DCC, null));
                assertThat(result.changes()).isEmpty();
                assertThat(result.notReplayable()).isEmpty();
                assertThat(result.cells())
                        .allSatisfy(cell -> assertThat(cell.after()).isEqualTo(cell.before()));
                addsUp(result, incidents.size());
            }
        }
    }

    @Test
    void whatWasDecidedElsewhereIsReplayedOnlyIfItsFactsAreKnown() {
        try (Live record = new Live(DCC)) {
            record.take(null, raise(1, null, Category.CATEGORY_2, List.of("Install & Commission")), BEGIN);
            record.take(
                    null,
                    raise(2, impact(ImpactLevel.MINOR), Category.CATEGORY_2, List.of("Install & Commission")),
                    BEGIN);
            ReplayResult result = record.replay.on(new ReplayIncidents(
                    World.STAFF, Moment.present(BEGIN), List.of(IncidentId.of(1), IncidentId.of(2)), SUPPLIER, null));
            assertThat(result.notReplayable()).containsExactly(IncidentId.of(1));
            assertThat(result.changes())
                    .extracting(
                            ReplayResult.Change::incidentId,
                            change -> change.after().category())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(IncidentId.of(2), Category.CATEGORY_1));
            addsUp(result, 2);
        }
    }

    @Test
    void whatWasCategorisedElsewhereLaterIsReplayedOnTheFactsThatStoodThen() {
        try (Live record = new Live(DCC)) {
            List<String> installs = List.of("Install & Commission");
            IncidentId id = IncidentId.of(1);
            IncidentLife life = record.take(null, raise(1, impact(ImpactLevel.MINOR), null, List.of()), BEGIN);
            life = record.take(
                    life, new AssessImpact(id, at(60), change(impact(ImpactLevel.MODERATE)), installs, null), at(60));
            life = record.take(life, new CategoriseIncident(id, at(120), Category.CATEGORY_2, "By the desk"), at(120));
            record.take(life, new AssessImpact(id, at(30), change(impact(ImpactLevel.MINIMAL)), null, null), at(180));
            IncidentLife bare = record.take(null, raise(2, null, Category.CATEGORY_4, installs), BEGIN);
            record.take(bare, new CategoriseIncident(IncidentId.of(2), at(60), Category.CATEGORY_2, null), at(60));
            Moment moment = Moment.present(at(240));

            ReplayResult result = record.replay.on(
                    new ReplayIncidents(World.STAFF, moment, List.of(id, IncidentId.of(2)), SUPPLIER, null));

            assertThat(result.notReplayable()).containsExactly(IncidentId.of(2));
            assertThat(result.changes()).singleElement().satisfies(change -> {
                assertThat(change.incidentId()).isEqualTo(id);
                assertThat(change.before().category()).isEqualTo(Category.CATEGORY_2);
                assertThat(change.after().category()).isEqualTo(Category.CATEGORY_1);
            });
            Explained explained = record.replay
                    .on(new ExplainReplay(World.STAFF, moment, List.of(id), SUPPLIER, null))
                    .getFirst();
            assertThat(explained.before().decision().basis()).isEqualTo(CategoryDecision.Basis.DECIDED_ELSEWHERE);
            assertThat(explained.after().decision().facts())
                    .isEqualTo(CategorisationFacts.of(impact(ImpactLevel.MODERATE), installs));
            addsUp(result, 2);
        }
    }

    private static Instant at(int seconds) {
        return BEGIN.plusSeconds(seconds);
    }

    @Test
    void aRulingIsHeldAgainstWhatThePolicyDecidesOnTheFrozenFacts() {
        try (Live record = new Live(DCC)) {
            IncidentId id = IncidentId.of(1);
            IncidentLife life = record.take(
                    null, raise(1, impact(ImpactLevel.MODERATE), null, List.of("Install & Commission")), BEGIN);
            life = record.take(
                    life,
                    new DisputeCategory(id, null, "Larkhill Energy", Category.CATEGORY_2, "It is worse", null),
                    BEGIN.plusSeconds(60));
            record.take(life, new RuleOnDispute(id, null, 1, Category.CATEGORY_2, "So it is"), BEGIN.plusSeconds(120));
            Moment moment = Moment.present(BEGIN.plusSeconds(180));

            ReplayResult under =
                    record.replay.on(new ReplayIncidents(World.STAFF, moment, List.of(id), SUPPLIER, null));
            assertThat(under.changes()).singleElement().satisfies(change -> {
                assertThat(change.ruled()).isTrue();
                assertThat(change.before().category()).isEqualTo(Category.CATEGORY_2);
                assertThat(change.after().category()).isEqualTo(Category.CATEGORY_1);
            });
            Explained explained = record.replay
                    .on(new ExplainReplay(World.STAFF, moment, List.of(id), DCC, null))
                    .getFirst();
            assertThat(explained.before().decision().basis()).isEqualTo(CategoryDecision.Basis.RULED);
            assertThat(explained.after().decision().category()).isEqualTo(Category.CATEGORY_3);
            assertThat(explained.after().decision().facts())
                    .isEqualTo(CategorisationFacts.of(impact(ImpactLevel.MODERATE), List.of("Install & Commission")));
        }
    }

    @Test
    void whatTheViewerMayNotSeeIsNotReplayed() {
        try (Live record = new Live(DCC)) {
            record.take(null, raise(1, impact(ImpactLevel.MINOR), null, List.of()), BEGIN);
            RaiseIncident red = new RaiseIncident(
                    IncidentId.of(2),
                    BEGIN,
                    "Keys",
                    null,
                    IncidentType.SECURITY,
                    Samples.RAISER,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    impact(ImpactLevel.MINOR),
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    Classification.RED);
            record.take(null, red, BEGIN);
            Moment moment = Moment.present(BEGIN);

            assertThat(record.replay.on(new FindReplayable(World.STAFF, moment, BEGIN, BEGIN)))
                    .satisfies(seen -> {
                        assertThat(seen.incidents()).containsExactly(IncidentId.of(1));
                        assertThat(seen.red()).isFalse();
                    });
            assertThat(record.replay.on(new FindReplayable(World.CLEARED, moment, BEGIN, BEGIN)))
                    .satisfies(seen -> {
                        assertThat(seen.incidents()).hasSize(2);
                        assertThat(seen.red()).isTrue();
                    });
        }
    }

    private static void addsUp(ReplayResult result, int incidents) {
        assertThat(result.cells().stream().mapToLong(Cell::count).sum()).isEqualTo(incidents);
        assertThat(result.cells().stream()
                        .filter(cell -> cell.before().category() != cell.after().category())
                        .mapToLong(Cell::count)
                        .sum())
                .isEqualTo(result.changes().size());
    }

    /** Tells both the same life, drawn by chance, late facts included. @return when the last of it was recorded */
    private static Instant tell(Random random, int number, Live one, Live other) {
        IncidentId id = IncidentId.of(number);
        Instant now = BEGIN.plusSeconds(random.nextLong(Duration.ofDays(90).toSeconds()));
        Instant raisedAt = random.nextInt(3) == 0 ? now.minusSeconds(random.nextLong(200_000)) : now;
        RaiseIncident raise = raise(number, drawnImpact(random), null, processes(random));
        IncidentCommand first = at(raise, raisedAt.isBefore(BEGIN) ? BEGIN : raisedAt);
        IncidentLife life = one.take(null, first, now);
        IncidentLife otherLife = other.take(null, first, now);
        for (int steps = random.nextInt(12); steps > 0; steps--) {
            now = now.plusSeconds(1 + random.nextLong(100_000));
            Instant at = random.nextInt(3) == 0 ? now.minusSeconds(random.nextLong(150_000)) : now;
            IncidentCommand command = step(random, id, at);
            boolean taken = true;
            try {
                life = one.take(life, command, now);
            } catch (Refusal impossible) {
                taken = false;
            }
            try {
                otherLife = other.take(otherLife, command, now);
                assertThat(taken).as("%s", command).isTrue();
            } catch (Refusal impossible) {
                assertThat(taken).as("%s", command).isFalse();
            }
        }
        return now;
    }

    private static IncidentCommand step(Random random, IncidentId id, Instant at) {
        return switch (random.nextInt(9)) {
            case 0 -> new RespondToIncident(id, at, null);
            case 1 -> new PauseIncident(id, at, "waits", null);
            case 2 -> new ResumeIncident(id, at, null);
            case 3, 4 -> new ResolveIncident(id, at, "done");
            case 5 -> new ReopenIncident(id, at, "not done");
            case 6 -> new AssignIncident(id, at, "CSP North", null);
            default ->
                new AssessImpact(
                        id,
                        at,
                        change(drawnImpact(random)),
                        random.nextBoolean() ? processes(random) : null,
                        "Known better");
        };
    }

    private static ImpactChange change(Impact impact) {
        return new ImpactChange(
                impact.level(),
                impact.partiesPrevented(),
                impact.reducedCapacity(),
                impact.workaroundAvailable(),
                impact.dataLoss(),
                impact.financialImpact(),
                null);
    }

    private static RaiseIncident at(RaiseIncident raise, Instant at) {
        return new RaiseIncident(
                raise.incidentId(),
                at,
                raise.summary(),
                raise.description(),
                raise.type(),
                raise.raisedBy(),
                raise.services(),
                raise.businessProcesses(),
                raise.region(),
                raise.deviceOrMeterPoint(),
                raise.impact(),
                raise.categoryElsewhere(),
                raise.proposedCategory(),
                raise.triage(),
                raise.relatedIncidents(),
                raise.externalReference(),
                raise.classification());
    }

    private static RaiseIncident raise(
            int number, @Nullable Impact impact, @Nullable Category elsewhere, List<String> processes) {
        return new RaiseIncident(
                IncidentId.of(number),
                BEGIN,
                "Installs fail",
                null,
                IncidentType.SERVICE,
                Samples.RAISER,
                List.of("WAN"),
                processes,
                "North",
                null,
                impact,
                elsewhere,
                null,
                null,
                List.of(),
                null,
                Classification.GREEN);
    }

    private static Impact impact(ImpactLevel level) {
        return new Impact(level, 0, false, false, DataLoss.NONE, FinancialImpact.NONE, null);
    }

    private static Impact drawnImpact(Random random) {
        return new Impact(
                ImpactLevel.values()[random.nextInt(ImpactLevel.values().length)],
                random.nextInt(12),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(8) == 0 ? DataLoss.MATERIAL : DataLoss.NONE,
                FinancialImpact.values()[random.nextInt(FinancialImpact.values().length - 1)],
                null);
    }

    private static List<String> processes(Random random) {
        List<String> all = List.of("Install & Commission", "Prepayment", "Billing");
        int from = random.nextInt(all.size());
        return all.subList(from, from + random.nextInt(all.size() - from + 1));
    }

    private static Moment drawn(Random random, Instant end) {
        Instant asOf = random.nextBoolean() ? null : between(random, end);
        Instant knownAt = random.nextBoolean() ? null : between(random, end);
        return new Moment(asOf, knownAt, end);
    }

    private static Instant between(Random random, Instant end) {
        return BEGIN.plusSeconds(
                86_400L * 20 + random.nextLong(Duration.between(BEGIN, end).toSeconds() - 86_400L * 20));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static CategorisationPolicy withOtherTargets(CategorisationPolicy policy) {
        Map<Category, Targets> targets = new EnumMap<>(policy.targets());
        targets.put(Category.CATEGORY_1, targets(30, TargetTime.Unit.MINUTES, 6, TargetTime.Unit.HOURS));
        targets.put(Category.CATEGORY_3, targets(2, TargetTime.Unit.HOURS, 2, TargetTime.Unit.WORKING_DAYS));
        targets.put(Category.CATEGORY_4, targets(1, TargetTime.Unit.WORKING_DAYS, 3, TargetTime.Unit.CALENDAR_DAYS));
        return new CategorisationPolicy(
                "other-targets",
                "Other targets",
                "As Suppliers read it, with other targets",
                policy.effectiveFrom(),
                policy.limbs(),
                targets,
                policy.cadences(),
                policy.escalations(),
                policy.told());
    }

    private static Targets targets(int response, TargetTime.Unit unit, int resolution, TargetTime.Unit other) {
        return new Targets(new TargetTime(response, unit), new TargetTime(resolution, other));
    }
}
