package uk.smartenergy.incident.incident.read.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.InvalidCursor;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

class IncidentListTest {
    private static final Instant BEGIN = Instant.parse("2018-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-05T23:00:00Z");
    private static final Moment NOW = Moment.present(END);

    private final World world = new World();

    private Page<IncidentView> page(SortBy sortBy, boolean descending, @Nullable String cursor, int limit) {
        return page(IncidentFilter.all(), sortBy, descending, cursor, limit);
    }

    private Page<IncidentView> page(
            IncidentFilter filter, SortBy sortBy, boolean descending, @Nullable String cursor, int limit) {
        return world.ask(new FindIncidents(World.STAFF, NOW, filter, sortBy, descending, cursor, limit));
    }

    private void draw(long seed, int first, int count) {
        Random random = new Random(seed);
        for (int number = first; number < first + count; number++) {
            world.record(Life.drawn(random, number, BEGIN, END, Classification.GREEN));
        }
    }

    @ParameterizedTest
    @EnumSource(SortBy.class)
    void pagesTogetherAreTheWholeListInOrderWhicheverWay(SortBy sortBy) {
        draw(1, 1, 95);
        for (boolean descending : new boolean[] {true, false}) {
            List<IncidentView> whole =
                    page(sortBy, descending, null, Integer.MAX_VALUE).items();
            List<IncidentView> joined = new ArrayList<>();
            String cursor = null;
            do {
                Page<IncidentView> page = page(sortBy, descending, cursor, 10);
                assertThat(page.total()).isEqualTo(95);
                joined.addAll(page.items());
                cursor = page.nextCursor();
            } while (cursor != null);
            assertThat(joined).isEqualTo(whole).hasSize(95);
        }
    }

    @Test
    void theListIsSortedByWhatWasAskedForAndThoseWithoutItComeLast() {
        draw(2, 1, 60);
        assertThat(page(SortBy.RAISED_AT, true, null, 60).items())
                .extracting(IncidentView::raisedAt)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        for (boolean descending : new boolean[] {true, false}) {
            List<Instant> resolved = page(SortBy.RESOLVED_AT, descending, null, 60).items().stream()
                    .map(IncidentView::resolvedAt)
                    .toList();
            int firstNull = resolved.indexOf(null);
            assertThat(firstNull).isPositive();
            assertThat(resolved.subList(firstNull, 60)).containsOnlyNulls();
            assertThat(resolved.subList(0, firstNull))
                    .isSortedAccordingTo((a, b) -> descending ? b.compareTo(a) : a.compareTo(b));
        }
    }

    @Test
    void timeThatPassesBetweenPagesMovesNoDueTimes() {
        for (int number = 1; number <= 6; number++) {
            Instant at = BEGIN.plusSeconds(number);
            Life life = Life.raised(number, at, at, IncidentType.SERVICE, Classification.GREEN);
            life.then(at, new IncidentEvent.IncidentAssigned(life.id, at, "DSP", null));
            life.then(at, new IncidentEvent.IncidentRespondedTo(life.id, at, false, null));
            world.record(life.then(at, new IncidentEvent.IncidentPaused(life.id, at, "waits", null)));
        }
        List<IncidentId> seen = new ArrayList<>();
        String cursor = null;
        Instant now = END;
        do {
            Page<IncidentView> page = world.ask(new FindIncidents(
                    World.STAFF,
                    Moment.present(now),
                    IncidentFilter.all(),
                    SortBy.RESOLUTION_DUE_AT,
                    false,
                    cursor,
                    2));
            page.items().forEach(view -> seen.add(view.id()));
            cursor = page.nextCursor();
            now = now.plusSeconds(60);
        } while (cursor != null && seen.size() < 50);
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5})
    void incidentsThatAreAddedMeanwhileShiftNothing(long seed) {
        draw(seed, 1, 50);
        Set<IncidentId> before = new HashSet<>();
        page(SortBy.RAISED_AT, true, null, 50).items().forEach(view -> before.add(view.id()));
        List<IncidentId> seen = new ArrayList<>();
        String cursor = null;
        int next = 51;
        do {
            Page<IncidentView> page = page(SortBy.RAISED_AT, true, cursor, 7);
            page.items().forEach(view -> seen.add(view.id()));
            cursor = page.nextCursor();
            draw(seed + next, next, 3);
            next += 3;
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void aLimitOfNothingGivesTheTotalAlone() {
        draw(6, 1, 5);
        Page<IncidentView> page = page(SortBy.ID, false, null, 0);
        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isEqualTo(5);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void aCursorThatNoListGaveOutIsRefused() {
        draw(7, 1, 30);
        String good = page(SortBy.RAISED_AT, true, null, 10).nextCursor();
        assertThat(good).isNotNull();
        byte[] bytes = Base64.getUrlDecoder().decode(good);
        Stream<String> tampered = Stream.concat(
                Stream.of(
                        "",
                        "x",
                        "ä",
                        "....",
                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        good.substring(1),
                        good + "A",
                        good.substring(0, 20)),
                IntStream.range(0, bytes.length).mapToObj(i -> {
                    byte[] copy = bytes.clone();
                    copy[i] ^= 1;
                    return Base64.getUrlEncoder().withoutPadding().encodeToString(copy);
                }));
        tampered.forEach(cursor -> assertThatThrownBy(() -> page(SortBy.RAISED_AT, true, cursor, 10))
                .as(cursor)
                .isInstanceOf(InvalidCursor.class));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        draw(8, 1, 30);
        String cursor = page(SortBy.RAISED_AT, true, null, 10).nextCursor();
        assertThatThrownBy(() -> page(SortBy.RAISED_AT, false, cursor, 10)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> page(SortBy.ID, true, cursor, 10)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> page(new Filter().open(true).build(), SortBy.RAISED_AT, true, cursor, 10))
                .isInstanceOf(InvalidCursor.class);
        assertThat(page(SortBy.RAISED_AT, true, cursor, 3).items())
                .as("another limit is the same list")
                .hasSize(3);
    }

    @Nested
    class Filtered {
        @BeforeEach
        void someIncidents() {
            // 1: assigned, Category 3, open over one month; 2: resolved, RDP; 3: young, without region, service,
            // Resolver
            world.record(Life.raised(1, BEGIN, BEGIN, IncidentType.SERVICE, Classification.GREEN)
                    .assigned(BEGIN.plusSeconds(3600), "CSP North"));
            Instant may = Instant.parse("2018-05-01T10:00:00Z");
            world.record(Life.raised(
                            2,
                            may,
                            may,
                            IncidentType.RDP,
                            Classification.GREEN,
                            Category.CATEGORY_5,
                            List.of("Registration Data", "SMKI"),
                            "South",
                            "X-2")
                    .assigned(may.plusSeconds(60), "NONE OF THEM")
                    .resolved(may.plusSeconds(600)));
            Instant young = END.minus(Duration.ofMinutes(5));
            world.record(Life.raised(
                    3,
                    young,
                    young,
                    IncidentType.SERVICE,
                    Classification.GREEN,
                    Category.CATEGORY_1,
                    List.of(),
                    null,
                    null));
        }

        private List<Long> found(Filter filter) {
            return page(filter.build(), SortBy.ID, false, null, 10).items().stream()
                    .map(view -> view.id().number())
                    .toList();
        }

        @Test
        void byStateOpennessCategoryAndType() {
            assertThat(found(new Filter().states(IncidentState.RESOLVED, IncidentState.RAISED)))
                    .containsExactly(2L, 3L);
            assertThat(found(new Filter().open(true))).containsExactly(1L, 3L);
            assertThat(found(new Filter().open(false))).containsExactly(2L);
            assertThat(found(new Filter().categories(Category.CATEGORY_1, Category.CATEGORY_5)))
                    .containsExactly(2L, 3L);
            assertThat(found(new Filter().types(IncidentType.RDP))).containsExactly(2L);
        }

        @Test
        void byNamesAndNoneMeansThoseWithout() {
            assertThat(found(new Filter().resolvers("CSP North"))).containsExactly(1L);
            assertThat(found(new Filter().resolvers("NONE"))).containsExactly(3L);
            assertThat(found(new Filter().resolvers("NONE", "CSP North"))).containsExactly(1L, 3L);
            assertThat(found(new Filter().regions("South", "NONE"))).containsExactly(2L, 3L);
            assertThat(found(new Filter().services("SMKI"))).containsExactly(2L);
            assertThat(found(new Filter().services("NONE"))).containsExactly(3L);
            assertThat(found(new Filter().raisedBy("Alpha Energy"))).hasSize(3);
            assertThat(found(new Filter().raisedBy("Beta"))).isEmpty();
            assertThat(found(new Filter().externalReferences("X-2"))).containsExactly(2L);
            assertThat(found(new Filter().resolvers("CSP North").open(false)))
                    .as("all must hold")
                    .isEmpty();
        }

        @Test
        void byBusinessProcessesAsTheyStand() {
            assertThat(found(new Filter().businessProcesses("Prepayment"))).hasSize(3);
            world.record(
                    END,
                    new ImpactAssessed(
                            IncidentId.of(1),
                            END,
                            new Impact(ImpactLevel.MINOR, 0, false, false, DataLoss.NONE, FinancialImpact.NONE, null),
                            List.of("Billing"),
                            null));
            assertThat(found(new Filter().businessProcesses("Billing"))).containsExactly(1L);
            assertThat(found(new Filter().businessProcesses("Prepayment"))).containsExactly(2L, 3L);
        }

        @Test
        void byRaisedFromAndToInclusively() {
            assertThat(found(new Filter().raised(BEGIN, BEGIN))).containsExactly(1L);
            assertThat(found(new Filter().raised(BEGIN.plusMillis(1), null))).containsExactly(2L, 3L);
            assertThat(found(new Filter().raised(null, BEGIN.minusMillis(1)))).isEmpty();
        }

        @Test
        void byHowLongOpenWhichTheResolvedAreNot() {
            assertThat(found(new Filter().openLonger(Period.ofMonths(1), null))).containsExactly(1L);
            assertThat(found(new Filter().openLonger(null, Period.ofMonths(1)))).containsExactly(3L);
        }

        @Test
        void byMissedTargets() {
            assertThat(found(new Filter().breached(true))).containsExactly(1L);
            assertThat(found(new Filter().breached(false))).containsExactly(2L, 3L);
        }

        @Test
        void byTextUpperOrLowerCase() {
            assertThat(found(new Filter().text("summary OF 2"))).containsExactly(2L);
            assertThat(found(new Filter().text("METERS IN"))).hasSize(3);
            assertThat(found(new Filter().text("inc000000000003"))).containsExactly(3L);
            assertThat(found(new Filter().text("ref-1"))).containsExactly(1L);
            assertThat(found(new Filter().text("x-2"))).containsExactly(2L);
            assertThat(found(new Filter().text("nowhere"))).isEmpty();
            assertThat(found(new Filter().text("  "))).hasSize(3);
        }
    }

    /** Makes filters. */
    private static final class Filter {
        private Set<IncidentState> states = Set.of();
        private @Nullable Boolean open;
        private Set<Category> categories = Set.of();
        private Set<IncidentType> types = Set.of();
        private Set<String> resolvers = Set.of();
        private Set<String> raisedBy = Set.of();
        private Set<String> regions = Set.of();
        private Set<String> services = Set.of();
        private Set<String> businessProcesses = Set.of();
        private Set<String> externalReferences = Set.of();
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable Period longer;
        private @Nullable Period notLonger;
        private @Nullable Boolean breached;
        private @Nullable String text;

        Filter states(IncidentState... wanted) {
            states = Set.of(wanted);
            return this;
        }

        Filter open(boolean wanted) {
            open = wanted;
            return this;
        }

        Filter categories(Category... wanted) {
            categories = Set.of(wanted);
            return this;
        }

        Filter types(IncidentType... wanted) {
            types = Set.of(wanted);
            return this;
        }

        Filter resolvers(String... wanted) {
            resolvers = Set.of(wanted);
            return this;
        }

        Filter raisedBy(String... wanted) {
            raisedBy = Set.of(wanted);
            return this;
        }

        Filter regions(String... wanted) {
            regions = Set.of(wanted);
            return this;
        }

        Filter services(String... wanted) {
            services = Set.of(wanted);
            return this;
        }

        Filter businessProcesses(String... wanted) {
            businessProcesses = Set.of(wanted);
            return this;
        }

        Filter externalReferences(String... wanted) {
            externalReferences = Set.of(wanted);
            return this;
        }

        Filter raised(@Nullable Instant first, @Nullable Instant last) {
            from = first;
            to = last;
            return this;
        }

        Filter openLonger(@Nullable Period than, @Nullable Period notThan) {
            longer = than;
            notLonger = notThan;
            return this;
        }

        Filter breached(boolean wanted) {
            breached = wanted;
            return this;
        }

        Filter text(String wanted) {
            text = wanted;
            return this;
        }

        IncidentFilter build() {
            return new IncidentFilter(
                    states,
                    open,
                    categories,
                    types,
                    resolvers,
                    raisedBy,
                    regions,
                    services,
                    businessProcesses,
                    externalReferences,
                    from,
                    to,
                    longer,
                    notLonger,
                    breached,
                    text);
        }
    }
}
