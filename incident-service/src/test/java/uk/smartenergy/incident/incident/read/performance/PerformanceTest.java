package uk.smartenergy.incident.incident.read.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentFilter.Outcome;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetPerformanceReport;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetTargetClocks;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport.Measure;
import uk.smartenergy.incident.api.incident.PerformanceReport.Miss;
import uk.smartenergy.incident.api.incident.PerformanceReport.OpenBeyondTarget;
import uk.smartenergy.incident.api.incident.PerformanceReport.Standing;
import uk.smartenergy.incident.api.incident.TargetClocks.Clock;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

class PerformanceTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant BEGIN = Instant.parse("2018-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-05T23:00:00Z");
    private static final YearMonth JULY = YearMonth.of(2018, 7);
    private static final Moment NOW = Moment.present(END);

    private final World world = new World();

    private static Life raised(int number, int category, String at) {
        Instant then = Instant.parse(at);
        return Life.raised(
                number,
                then,
                then,
                IncidentType.SERVICE,
                Classification.GREEN,
                Category.of(category),
                List.of(),
                null,
                null);
    }

    private PerformanceReport report(Moment moment) {
        return world.ask(new GetPerformanceReport(World.STAFF, moment, JULY));
    }

    private Measure cpm4() {
        return report(NOW).measures().getFirst();
    }

    @Test
    void aMonthWithoutAnyHasNoPercentage() {
        assertThat(cpm4().percent()).isNull();
        assertThat(cpm4().standing()).isEqualTo(Standing.NOTHING_MEASURED);
        assertThat(report(NOW).measures()).extracting(Measure::code).containsExactly("CPM4", "CPM5");
    }

    @Test
    void anIncidentCountsInTheMonthInLondonInWhichItWasResolved() {
        // The last half hour of June in UTC is July in London.
        world.record(raised(1, 1, "2018-06-30T20:00:00Z").resolved(Instant.parse("2018-06-30T23:30:00Z")));
        world.record(raised(2, 1, "2018-06-30T20:00:00Z").resolved(Instant.parse("2018-06-30T22:59:59Z")));
        world.record(raised(3, 1, "2018-07-31T20:00:00Z").resolved(Instant.parse("2018-07-31T23:00:00Z")));
        assertThat(cpm4().total()).isEqualTo(1);
        assertThat(cpm4().percent()).isEqualByComparingTo("100");
        assertThat(cpm4().standing()).isEqualTo(Standing.AT_OR_ABOVE_TARGET);
    }

    @Test
    void eachMissIsExplained() {
        Life life = raised(1, 3, "2018-07-02T08:00:00Z");
        Instant paused = Instant.parse("2018-07-02T09:00:00Z");
        life.then(paused, new IncidentPaused(life.id, paused, "waits", null));
        life.then(paused.plusSeconds(3600), new IncidentResumed(life.id, paused.plusSeconds(3600), null));
        Instant graver = Instant.parse("2018-07-02T11:00:00Z");
        life.then(
                graver,
                new IncidentCategorised(life.id, graver, CategoryDecision.elsewhere(Category.CATEGORY_1, null, null)));
        world.record(life.resolved(Instant.parse("2018-07-02T15:05:00Z")));
        Miss miss = cpm4().misses().getFirst();
        assertThat(miss.dueAt()).isEqualTo("2018-07-02T13:00:00Z");
        assertThat(miss.missedBy()).isEqualTo(Duration.ofMinutes(125));
        assertThat(miss.explanation())
                .isEqualTo(
                        "Used 6 h 5 min of the 4 hours that Category 1 has; due at 14:00 on 2 July 2018; paused 1 h; it was"
                                + " Category 3 (72 hours) until 12:00 on 2 July 2018.");
        assertThat(cpm4().standing()).isEqualTo(Standing.BELOW_MINIMUM);
    }

    @Test
    void theStandingGoesByTheCountsAndNotByTheRoundedPercentage() {
        for (int number = 1; number <= 20; number++) {
            Instant at = Instant.parse("2018-07-02T08:00:00Z").plusSeconds(number);
            world.record(raised(number, 1, at.toString()).resolved(at.plus(Duration.ofHours(number <= 3 ? 5 : 3))));
        }
        assertThat(cpm4().percent()).isEqualByComparingTo("85.00");
        assertThat(cpm4().standing()).isEqualTo(Standing.BELOW_TARGET);
    }

    @Test
    void whatIsReopenedCountsInNoMonthUntilItIsResolvedAgain() {
        Life life = raised(1, 1, "2018-07-02T08:00:00Z")
                .resolved(Instant.parse("2018-07-02T10:00:00Z"))
                .reopened(Instant.parse("2018-07-03T10:00:00Z"));
        world.record(life);
        assertThat(cpm4().total()).isZero();
        assertThat(report(new Moment(Instant.parse("2018-07-03T09:00:00Z"), null, END))
                        .measures()
                        .getFirst()
                        .total())
                .isEqualTo(1);
        assertThat(report(NOW).openBeyondTarget())
                .extracting(OpenBeyondTarget::dueAt)
                .containsExactly(Instant.parse("2018-07-03T12:00:00Z"));
        world.record(
                Instant.parse("2018-08-01T00:00:00Z"),
                new IncidentResolved(life.id, Instant.parse("2018-08-01T00:00:00Z"), null));
        assertThat(cpm4().total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theReportIsWhatANaiveLookAtEveryClockSaysAndEveryNumberIsThatOfItsList(long seed) {
        Random random = new Random(seed);
        List<Life> lives = new ArrayList<>();
        for (int number = 1; number <= 150; number++) {
            lives.add(Life.drawn(
                    random, number, BEGIN, END, random.nextInt(10) == 0 ? Classification.RED : Classification.GREEN));
        }
        world.record(lives);
        long counted = 0;
        for (int i = 0; i < 8; i++) {
            YearMonth month = YearMonth.of(2018, 1 + random.nextInt(9));
            Moment moment = new Moment(draw(random), draw(random), END);
            PerformanceReport report = world.ask(new GetPerformanceReport(World.STAFF, moment, month));
            Instant from = month.atDay(1).atStartOfDay(LONDON).toInstant();
            Instant to = month.plusMonths(1)
                    .atDay(1)
                    .atStartOfDay(LONDON)
                    .toInstant()
                    .minusNanos(1);
            for (Measure measure : report.measures()) {
                Set<Category> categories = Set.copyOf(measure.categories());
                long met = 0;
                List<IncidentId> missed = new ArrayList<>();
                for (Life life : lives) {
                    Clock clock = clock(life, moment);
                    if (clock == null || clock.doneAt() == null || !categories.contains(clock.category())) {
                        continue;
                    }
                    LocalDate day = LocalDate.ofInstant(clock.doneAt(), LONDON);
                    if (YearMonth.from(day).equals(month)) {
                        if (clock.missed()) {
                            missed.add(life.id);
                        } else {
                            met++;
                        }
                    }
                }
                assertThat(measure.met()).isEqualTo(met);
                assertThat(measure.misses()).extracting(Miss::incidentId).containsExactlyInAnyOrderElementsOf(missed);
                assertThat(total(new Outcome(from, to, categories, null, null, null), null, moment))
                        .isEqualTo(measure.total());
                assertThat(total(new Outcome(from, to, categories, null, false, null), null, moment))
                        .isEqualTo(measure.met());
                assertThat(total(new Outcome(from, to, categories, null, true, null), null, moment))
                        .isEqualTo(measure.missed());
                counted += measure.total();
            }
            assertThat(total(new Outcome(null, null, Set.of(), null, true, to), true, moment))
                    .isEqualTo(report.openBeyondTarget().size());
        }
        assertThat(counted).isPositive();
    }

    private static @Nullable Instant draw(Random random) {
        return random.nextInt(3) > 0
                ? null
                : BEGIN.plusSeconds(random.nextLong(Duration.between(BEGIN, END).toSeconds()));
    }

    private @Nullable Clock clock(Life life, Moment moment) {
        return world.ask(new GetTargetClocks(World.STAFF, moment, life.id))
                .map(clocks -> clocks.clocks().getLast())
                .orElse(null);
    }

    private long total(Outcome outcome, @Nullable Boolean open, Moment moment) {
        IncidentFilter all = IncidentFilter.all();
        Page<IncidentView> page = world.ask(new FindIncidents(
                World.STAFF,
                moment,
                all.asking(open, all.categoryHistory(), all.partyCategories(), all.updates(), outcome),
                SortBy.ID,
                false,
                null,
                1));
        return page.total();
    }
}
