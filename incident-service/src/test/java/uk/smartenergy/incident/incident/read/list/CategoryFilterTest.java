package uk.smartenergy.incident.incident.read.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.AgeingReport;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentFilter.CategoryHistory;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetAgeing;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetAgeingTrend;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

/** What became of the category, and who raised it, as filters. */
class CategoryFilterTest {
    private static final Instant BEGIN = Instant.parse("2018-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-01T00:00:00Z");

    private final World world = new World();

    private void draw(long seed) {
        Random random = new Random(seed);
        List<Life> lives = new ArrayList<>();
        for (int number = 1; number <= 60; number++) {
            lives.add(Life.contested(random, number, BEGIN, END));
        }
        world.record(lives);
    }

    private static IncidentFilter filter(CategoryHistory history, Set<String> partyCategories) {
        IncidentFilter all = IncidentFilter.all();
        return all.asking(null, history, partyCategories, all.updates(), all.outcome());
    }

    private List<IncidentView> found(Moment moment, IncidentFilter filter) {
        return world.ask(new FindIncidents(World.STAFF, moment, filter, SortBy.ID, false, null, Integer.MAX_VALUE))
                .items();
    }

    private static CategoryHistory drawn(Random random) {
        return new CategoryHistory(
                random.nextBoolean() ? Set.of() : Set.of(category(random), Category.CATEGORY_3),
                switch (random.nextInt(4)) {
                    case 0 -> Set.of(IncidentFilter.NONE);
                    case 1 -> Set.of("1", "4", IncidentFilter.NONE);
                    case 2 -> Set.of("2", "3");
                    default -> Set.of();
                },
                flag(random),
                flag(random),
                flag(random),
                Set.of());
    }

    private static Category category(Random random) {
        return random.nextBoolean() ? Category.CATEGORY_1 : Category.CATEGORY_2;
    }

    private static @Nullable Boolean flag(Random random) {
        return random.nextInt(3) == 0 ? Boolean.valueOf(random.nextBoolean()) : null;
    }

    private static boolean matches(IncidentView view, CategoryHistory history, Set<String> partyCategories) {
        Category ruled = view.ruledCategory();
        String known = view.raisedBy().party().equals("Alpha Energy") ? "Large Supplier" : IncidentFilter.NONE;
        return (history.first().isEmpty() || history.first().contains(view.firstCategory()))
                && (history.ruled().isEmpty()
                        || history.ruled()
                                .contains(ruled == null ? IncidentFilter.NONE : String.valueOf(ruled.number())))
                && (history.disputed() == null || history.disputed() == view.disputed())
                && (history.disputeOpen() == null || history.disputeOpen() == view.disputeOpen())
                && (history.recategorised() == null
                        || history.recategorised() == (view.category() != view.firstCategory()))
                && (partyCategories.isEmpty() || partyCategories.contains(known));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void selectWhatTheListItselfShowsOfEachIncident(long seed) {
        draw(seed);
        Random random = new Random(seed);
        int selected = 0;
        for (int i = 0; i < 60; i++) {
            Moment moment = new Moment(
                    random.nextBoolean() ? null : instant(random), random.nextBoolean() ? null : instant(random), END);
            CategoryHistory history = drawn(random);
            Set<String> parties = random.nextInt(3) > 0
                    ? Set.of()
                    : Set.of(random.nextBoolean() ? "Large Supplier" : IncidentFilter.NONE);
            List<IncidentId> expected = found(moment, IncidentFilter.all()).stream()
                    .filter(view -> matches(view, history, parties))
                    .map(IncidentView::id)
                    .toList();

            assertThat(found(moment, filter(history, parties)))
                    .extracting(IncidentView::id)
                    .isEqualTo(expected);
            selected += expected.size();
        }
        assertThat(selected).isGreaterThan(100);
    }

    /** The trend judges a filter at each of its points, as the report of that point does. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void selectTheSameInATrendAsAtEachOfItsPoints(long seed) {
        draw(seed);
        Random random = new Random(seed);
        List<Instant> points = new ArrayList<>();
        for (Instant point = BEGIN; point.isBefore(END); point = point.plus(Duration.ofDays(9))) {
            points.add(point);
        }
        for (int i = 0; i < 20; i++) {
            IncidentFilter filter = filter(drawn(random), Set.of());

            AgeingReport.Trend trend = world.ask(
                    new GetAgeingTrend(World.STAFF, Moment.present(END), filter, BEGIN, points, Period.ofDays(9)));

            assertThat(trend.points())
                    .extracting(AgeingReport.Point::open)
                    .containsExactlyElementsOf(points.stream()
                            .map(point -> world.ask(
                                            new GetAgeing(World.STAFF, new Moment(point, null, END), filter, null))
                                    .open())
                            .toList());
        }
    }

    private static Instant instant(Random random) {
        return BEGIN.plusSeconds(random.nextInt(120 * 86_400));
    }
}
