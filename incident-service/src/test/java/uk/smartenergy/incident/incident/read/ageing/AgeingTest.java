package uk.smartenergy.incident.incident.read.ageing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.AgeingReport;
import uk.smartenergy.incident.api.incident.AgeingReport.Band;
import uk.smartenergy.incident.api.incident.AgeingReport.GroupBy;
import uk.smartenergy.incident.api.incident.AgeingReport.Point;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetAgeing;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetAgeingTrend;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.record.Age;

class AgeingTest {
    private static final Instant BEGIN = Instant.parse("2018-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-05T23:00:00Z");

    private final World world = new World();

    private static List<Life> lives(Random random, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Life.drawn(random, number, BEGIN, END, Classification.GREEN))
                .toList();
    }

    private AgeingReport ageing(Moment moment, AgeingReport.GroupBy groupBy) {
        return world.ask(new GetAgeing(World.STAFF, moment, IncidentFilter.all(), groupBy));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void openNowIsOpenBeforePlusRaisedPlusReopenedMinusResolvedWhateverTheTwoInstants(long seed) {
        Random random = new Random(seed);
        world.record(lives(random, 60));
        Instant knownAt = random.nextBoolean()
                ? null
                : BEGIN.plusSeconds(random.nextLong(Duration.between(BEGIN, END).toSeconds()));
        List<Instant> points = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            points.add(BEGIN.plusSeconds(
                    random.nextLong(Duration.between(BEGIN, END).toSeconds())));
        }
        // The very instants of events are the hard ones.
        world.all.stream()
                .filter(e -> random.nextInt(5) == 0)
                .forEach(e -> points.add(((IncidentEvent) e.getPayload()).occurredAt()));
        points.sort(Comparator.naturalOrder());
        List<Instant> rising = points.stream().distinct().toList();

        AgeingReport.Trend trend = world.ask(new GetAgeingTrend(
                World.STAFF,
                new Moment(null, knownAt, END),
                IncidentFilter.all(),
                BEGIN.minusSeconds(1),
                rising,
                Period.ofDays(1)));

        long before = 0;
        for (Point point : trend.points()) {
            assertThat(point.open()).isEqualTo(before + point.raised() + point.reopened() - point.resolved());
            before = point.open();
            AgeingReport there = ageing(new Moment(point.asOf(), knownAt, END), null);
            assertThat(point.open()).isEqualTo(there.open());
            assertThat(point.openOverOneMonth()).isEqualTo(there.openOverOneMonth());
        }
    }

    /** Each member that an Incident may match at one time and not at another, and some that it matches always or never. */
    private static List<IncidentFilter> filters() {
        List<IncidentFilter> filters = new ArrayList<>();
        for (IncidentState state : IncidentState.values()) {
            filters.add(filter(Set.of(state), null, Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null));
        }
        for (Boolean yes : List.of(true, false)) {
            filters.add(filter(Set.of(), yes, Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null));
            filters.add(filter(Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), null, null, yes, null));
        }
        for (String name : List.of("Resolver 1", IncidentFilter.NONE)) {
            filters.add(filter(Set.of(), null, Set.of(), Set.of(name), Set.of(), Set.of(), null, null, null, null));
        }
        for (String name : List.of("Billing", IncidentFilter.NONE)) {
            filters.add(filter(Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(name), null, null, null, null));
        }
        Set<Category> grave = Set.of(Category.CATEGORY_1, Category.CATEGORY_2);
        Period month = Period.ofMonths(1);
        Period week = Period.ofWeeks(1);
        filters.add(filter(Set.of(), null, grave, Set.of(), Set.of(), Set.of(), null, null, null, null));
        filters.add(filter(Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), month, null, null, null));
        filters.add(filter(Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), null, week, null, null));
        filters.add(filter(Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), week, month, null, null));
        filters.add(filter(Set.of(), true, grave, Set.of(), Set.of(), Set.of(), null, month, true, null));
        filters.add(filter(Set.of(), null, Set.of(), Set.of(), Set.of("North"), Set.of(), null, null, null, "of 1"));
        filters.add(filter(Set.of(), null, grave, Set.of(), Set.of("North"), Set.of(), null, null, false, "of 1"));
        return filters;
    }

    private static IncidentFilter filter(
            Set<IncidentState> states,
            Boolean open,
            Set<Category> categories,
            Set<String> resolvers,
            Set<String> regions,
            Set<String> businessProcesses,
            Period longer,
            Period notLonger,
            Boolean breached,
            String text) {
        return new IncidentFilter(
                states,
                open,
                categories,
                Set.of(),
                resolvers,
                Set.of(),
                regions,
                Set.of(),
                businessProcesses,
                Set.of(),
                null,
                null,
                longer,
                notLonger,
                breached,
                text);
    }

    /** Lives with assessments, which change the business processes. */
    private static List<Life> assessedLives(Random random, int count) {
        List<Life> lives = lives(random, count);
        for (Life life : lives) {
            Instant last = life.facts().getLast().recordedAt();
            if (random.nextBoolean()) {
                List<String> processes = random.nextBoolean() ? List.of("Billing") : List.of();
                Impact impact =
                        new Impact(ImpactLevel.MINOR, 1, false, false, DataLoss.NONE, FinancialImpact.NONE, null);
                life.then(last, new IncidentEvent.ImpactAssessed(life.id, last, impact, processes, null));
            }
        }
        return lives;
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void aPointOfTheTrendIsTheReportAsOfThatPointWhateverTheFilter(long seed) {
        Random random = new Random(seed);
        world.record(assessedLives(random, 50));
        long length = Duration.between(BEGIN, END).toSeconds();
        Instant knownAt = random.nextBoolean() ? null : BEGIN.plusSeconds(length / 2 + random.nextLong(length / 2));
        List<Instant> points = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            points.add(BEGIN.plusSeconds(random.nextLong(length)));
        }
        world.all.stream()
                .filter(e -> random.nextInt(8) == 0)
                .forEach(e -> points.add(((IncidentEvent) e.getPayload()).occurredAt()));
        List<Instant> rising = points.stream().distinct().sorted().toList();
        for (IncidentFilter filter : filters()) {
            List<Point> trend = trend(knownAt, filter, BEGIN.minusSeconds(1), rising);
            assertThat(trend).extracting(Point::asOf).isEqualTo(rising);
            Instant before = BEGIN.minusSeconds(1);
            for (Point point : trend) {
                AgeingReport there =
                        world.ask(new GetAgeing(World.STAFF, new Moment(point.asOf(), knownAt, END), filter, null));
                assertThat(point.open()).as("%s", filter).isEqualTo(there.open());
                assertThat(point.openOverOneMonth()).as("%s", filter).isEqualTo(there.openOverOneMonth());
                // The trend that ends here has the same last point, so no point depends on what comes after it.
                assertThat(trend(knownAt, filter, before, List.of(point.asOf())))
                        .as("%s", filter)
                        .containsExactly(point);
                before = point.asOf();
            }
        }
    }

    private List<Point> trend(Instant knownAt, IncidentFilter filter, Instant since, List<Instant> points) {
        return world.<AgeingReport.Trend>ask(new GetAgeingTrend(
                        World.STAFF, new Moment(null, knownAt, END), filter, since, points, Period.ofDays(1)))
                .points();
    }

    @Test
    void aResolutionCountsForTheResolverAsOfThePointThatCountsIt() {
        Instant raisedAt = Instant.parse("2018-05-01T10:00:00Z");
        world.record(Life.raised(1, raisedAt, raisedAt, IncidentType.SERVICE, Classification.GREEN)
                .assigned(Instant.parse("2018-05-02T10:00:00Z"), "CSP North")
                .assigned(Instant.parse("2018-05-04T10:00:00Z"), "DSP")
                .resolved(Instant.parse("2018-05-06T10:00:00Z")));
        List<Instant> points = List.of(
                Instant.parse("2018-05-03T10:00:00Z"),
                Instant.parse("2018-05-05T10:00:00Z"),
                Instant.parse("2018-05-07T10:00:00Z"));
        assertThat(trend(null, resolver("CSP North"), BEGIN, points))
                .containsExactly(
                        new Point(points.get(0), 1, 0, 1, 0, 0),
                        new Point(points.get(1), 0, 0, 0, 0, 0),
                        new Point(points.get(2), 0, 0, 0, 0, 0));
        assertThat(trend(null, resolver("DSP"), BEGIN, points))
                .containsExactly(
                        new Point(points.get(0), 0, 0, 0, 0, 0),
                        new Point(points.get(1), 1, 0, 0, 0, 0),
                        new Point(points.get(2), 0, 0, 0, 0, 1));
    }

    private static IncidentFilter resolver(String name) {
        return filter(Set.of(), null, Set.of(), Set.of(name), Set.of(), Set.of(), null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void theReportCountsWhatANaiveFoldFindsOpen(long seed) {
        Random random = new Random(seed);
        List<Life> lives = lives(random, 80);
        world.record(lives);
        for (int i = 0; i < 20; i++) {
            Instant asOf = BEGIN.plusSeconds(
                    random.nextLong(Duration.between(BEGIN, END).toSeconds()));
            Instant knownAt = BEGIN.plusSeconds(
                    random.nextLong(Duration.between(BEGIN, END).toSeconds()));
            long expected =
                    lives.stream().filter(life -> isOpen(life, asOf, knownAt)).count();
            assertThat(ageing(new Moment(asOf, knownAt, END), null).open()).isEqualTo(expected);
        }
    }

    /** Written anew, from the events alone. */
    private static boolean isOpen(Life life, Instant asOf, Instant knownAt) {
        List<IncidentEvent> known = life.facts().stream()
                .filter(unit -> !unit.recordedAt().isAfter(knownAt))
                .flatMap(unit -> unit.events().stream())
                .filter(event -> !event.occurredAt().isAfter(asOf))
                .sorted(Comparator.comparing(IncidentEvent::occurredAt))
                .toList();
        Lifecycle now = Lifecycle.RAISED;
        for (IncidentEvent event : known) {
            now = now.after(event).orElseThrow();
        }
        return !known.isEmpty() && now.state().isOpen();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void everyCountIsTheLengthOfTheListBehindIt(long seed) {
        world.record(lives(new Random(seed), 100));
        Moment moment = new Moment(Instant.parse("2018-08-31T12:00:00Z"), null, END);
        for (GroupBy groupBy : GroupBy.values()) {
            AgeingReport report = ageing(moment, groupBy);
            assertThat(report.bands().stream().mapToLong(Band::count).sum()).isEqualTo(report.open());
            assertThat(listed(moment, IncidentFilter.all(), true, null, null)).isEqualTo(report.open());
            assertThat(listed(moment, IncidentFilter.all(), true, Period.ofMonths(1), null))
                    .isEqualTo(report.openOverOneMonth());
            assertThat(report.groups()).isNotEmpty().allSatisfy(group -> {
                IncidentFilter filter = filter(groupBy, group.group());
                assertThat(group.bands().stream().mapToLong(Band::count).sum()).isEqualTo(group.open());
                assertThat(listed(moment, filter, true, null, null)).isEqualTo(group.open());
                assertThat(listed(moment, filter, true, Period.ofMonths(1), null))
                        .isEqualTo(group.openOverOneMonth());
            });
            if (groupBy != GroupBy.SERVICE) {
                assertThat(report.groups().stream()
                                .mapToLong(AgeingReport.Group::open)
                                .sum())
                        .isEqualTo(report.open());
            }
        }
        List<Period> ends = List.of(Period.ofWeeks(1), Period.ofWeeks(2), Period.ofMonths(1), Period.ofMonths(3));
        List<Band> bands = ageing(moment, null).bands();
        for (int i = 0; i < bands.size(); i++) {
            assertThat(listed(
                            moment,
                            IncidentFilter.all(),
                            true,
                            i == 0 ? null : ends.get(i - 1),
                            i == ends.size() ? null : ends.get(i)))
                    .isEqualTo(bands.get(i).count());
        }
    }

    private long listed(Moment moment, IncidentFilter f, Boolean open, Period longer, Period notLonger) {
        IncidentFilter filter = new IncidentFilter(
                f.states(),
                open,
                f.categories(),
                f.types(),
                f.resolvers(),
                f.raisedBy(),
                f.regions(),
                f.services(),
                f.businessProcesses(),
                f.externalReferences(),
                null,
                null,
                longer,
                notLonger,
                null,
                null);
        return world.ask(new FindIncidents(World.STAFF, moment, filter, SortBy.ID, false, null, Integer.MAX_VALUE))
                .items()
                .size();
    }

    private static IncidentFilter filter(GroupBy groupBy, String group) {
        Set<String> name = Set.of(group);
        return new IncidentFilter(
                Set.of(),
                null,
                groupBy == GroupBy.CATEGORY ? Set.of(Category.of(Integer.parseInt(group))) : Set.of(),
                groupBy == GroupBy.TYPE ? Set.of(IncidentType.valueOf(group)) : Set.of(),
                groupBy == GroupBy.RESOLVER ? name : Set.of(),
                Set.of(),
                groupBy == GroupBy.REGION ? name : Set.of(),
                groupBy == GroupBy.SERVICE ? name : Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        // raised, the last instant that is not more than one month after, in London
        "2018-01-31T10:00, 2018-02-28T10:00",
        "2020-01-31T10:00, 2020-02-29T10:00",
        "2020-01-29T10:00, 2020-02-29T10:00",
        "2018-02-28T10:00, 2018-03-28T10:00",
        "2018-08-31T23:59:59, 2018-09-30T23:59:59",
        // clocks go forward on 29 March 2026: 01:30 does not exist then and is 02:30
        "2026-02-28T01:30, 2026-03-28T01:30",
        "2026-02-27T12:00, 2026-03-27T12:00",
        "2026-03-01T12:00, 2026-04-01T12:00",
        // and back on 25 October 2026
        "2026-09-25T12:00, 2026-10-25T12:00",
        "2026-10-01T00:00, 2026-11-01T00:00"
    })
    void moreThanOneMonthIsByCalendarInLondonAndExactlyOneMonthIsNot(LocalDateTime raised, LocalDateTime last) {
        Instant raisedAt = raised.atZone(Age.LONDON).toInstant();
        Instant lastAt = last.atZone(Age.LONDON).toInstant();
        world.record(Life.raised(1, raisedAt, raisedAt, IncidentType.SERVICE, Classification.GREEN));
        Instant now = lastAt.plus(Duration.ofDays(10));
        assertThat(ageing(new Moment(lastAt, null, now), null).openOverOneMonth())
                .isZero();
        assertThat(ageing(new Moment(lastAt.plusMillis(1), null, now), null).openOverOneMonth())
                .isOne();
    }

    @Test
    void anHourThatDoesNotExistIsTheOneAfter() {
        Instant raisedAt = LocalDateTime.parse("2026-02-28T01:30")
                .atZone(Age.LONDON)
                .plusDays(0)
                .toInstant();
        assertThat(Age.endOf(raisedAt, Period.ofDays(29))).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(Age.endOf(Instant.parse("2026-09-25T00:30:00Z"), Age.ONE_MONTH))
                .as("01:30 comes twice on 25 October; the first counts")
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void theShortWayToJudgeAnAgeAgreesWithTheCalendar(long seed) {
        Random random = new Random(seed);
        List<Period> periods = List.of(
                Period.ofMonths(1),
                Period.ofWeeks(1),
                Period.ofWeeks(2),
                Period.ofMonths(3),
                Period.of(1, 2, 3),
                Period.ZERO);
        for (int i = 0; i < 20_000; i++) {
            Instant from = BEGIN.plusSeconds(random.nextLong(4L * 366 * 86_400));
            Period period = periods.get(random.nextInt(periods.size()));
            long about = period.toTotalMonths() * 30 + period.getDays();
            Instant asOf = from.plus(Duration.ofHours(about * 24 + random.nextLong(-24 * 6, 24 * 6)));
            assertThat(Age.isOver(from, period, asOf))
                    .isEqualTo(Age.endOf(from, period).isBefore(asOf));
        }
    }

    @Test
    void aReopenedIncidentKeepsItsAge() {
        Instant raisedAt = Instant.parse("2018-05-01T10:00:00Z");
        world.record(Life.raised(1, raisedAt, raisedAt, IncidentType.SERVICE, Classification.GREEN)
                .resolved(Instant.parse("2018-05-02T10:00:00Z"))
                .reopened(Instant.parse("2018-08-30T10:00:00Z")));
        assertThat(ageing(new Moment(Instant.parse("2018-08-29T10:00:00Z"), null, END), null)
                        .open())
                .isZero();
        assertThat(ageing(new Moment(Instant.parse("2018-08-31T10:00:00Z"), null, END), null)
                        .openOverOneMonth())
                .isOne();
    }

    @Test
    void whatIsRecordedLateChangesThePastOnlyForThoseWhoKnow() {
        Instant raisedAt = Instant.parse("2018-05-01T10:00:00Z");
        Instant toldAt = Instant.parse("2018-07-01T10:00:00Z");
        Life life = Life.raised(1, raisedAt, raisedAt, IncidentType.SERVICE, Classification.GREEN);
        Instant resolvedAt = Instant.parse("2018-05-03T10:00:00Z");
        life.then(toldAt, new IncidentEvent.IncidentResolved(life.id, resolvedAt, null));
        world.record(life);
        Instant june = Instant.parse("2018-06-01T00:00:00Z");
        assertThat(ageing(new Moment(june, toldAt.minusMillis(1), END), null).open())
                .isOne();
        assertThat(ageing(new Moment(june, toldAt, END), null).open()).isZero();
        assertThat(ageing(new Moment(june, null, END), null).open()).isZero();
        assertThat(ageing(new Moment(resolvedAt, null, END), null).open())
                .as("at the very instant")
                .isZero();
        assertThat(ageing(new Moment(resolvedAt.minusMillis(1), null, END), null)
                        .open())
                .isOne();
    }
}
