package uk.smartenergy.incident.incident.read.categorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CategorisationReport;
import uk.smartenergy.incident.api.incident.CategorisationReport.Cell;
import uk.smartenergy.incident.api.incident.CategorisationReport.Row;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetCategorisation;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

class CategorisationTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant BEGIN = Instant.parse("2018-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-01T00:00:00Z");

    private final World world = new World();

    private CategorisationReport ask(Moment moment, LocalDate from, LocalDate to) {
        return world.ask(new GetCategorisation(World.STAFF, moment, from, to, null));
    }

    /** What the test itself makes of a life. */
    private record Naive(
            Category first, Category standing, @Nullable Category ruled, boolean disputed) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void itIsWhatAPlainFoldOfTheEventsSays(long seed) {
        Random random = new Random(seed);
        List<Life> lives = new ArrayList<>();
        for (int number = 1; number <= 80; number++) {
            lives.add(Life.contested(random, number, BEGIN, END));
        }
        world.record(lives);
        for (int i = 0; i < 10; i++) {
            Moment moment = new Moment(instant(random), instant(random), END);
            LocalDate from = LocalDate.of(2018, 6, 1).plusDays(random.nextInt(60));
            LocalDate to = from.plusDays(random.nextInt(60));
            List<Naive> naive = lives.stream()
                    .filter(life -> isRaisedBetween(life, from, to))
                    .flatMap(life -> naive(life, moment).stream())
                    .toList();

            CategorisationReport report = ask(moment, from, to);

            assertThat(report.total()).isEqualTo(naive.size());
            assertThat(report.disputed())
                    .isEqualTo(naive.stream().filter(Naive::disputed).count());
            assertThat(report.ruled())
                    .isEqualTo(naive.stream().filter(one -> one.ruled() != null).count());
            assertThat(report.changed())
                    .isEqualTo(naive.stream()
                            .filter(one -> one.first() != one.standing())
                            .count());
            Map<List<@Nullable Category>, Long> matrix = new HashMap<>();
            naive.forEach(one ->
                    matrix.merge(java.util.Arrays.asList(one.first(), one.standing(), one.ruled()), 1L, Long::sum));
            assertThat(report.matrix()).hasSize(matrix.size());
            for (Cell cell : report.matrix()) {
                assertThat(cell.count())
                        .isEqualTo(matrix.get(java.util.Arrays.asList(cell.first(), cell.standing(), cell.ruled())));
            }
            for (Row row : report.categories()) {
                assertThat(row).isEqualTo(row(row.category(), naive));
            }
        }
    }

    private static Row row(Category category, List<Naive> naive) {
        List<Naive> raised =
                naive.stream().filter(one -> one.first() == category).toList();
        return new Row(
                category,
                raised.size(),
                raised.stream().filter(Naive::disputed).count(),
                raised.stream().filter(one -> one.ruled() != null).count(),
                raised.stream().filter(one -> one.standing() != category).count(),
                naive.stream().filter(one -> one.standing() == category).count(),
                naive.stream().filter(one -> one.ruled() == category).count());
    }

    private static boolean isRaisedBetween(Life life, LocalDate from, LocalDate to) {
        LocalDate raised = life.events().getFirst().occurredAt().atZone(LONDON).toLocalDate();
        return !raised.isBefore(from) && !raised.isAfter(to);
    }

    private static List<Naive> naive(Life life, Moment moment) {
        List<IncidentEvent> known = life.facts().stream()
                .flatMap(unit ->
                        unit.events().stream().filter(event -> moment.includes(event.occurredAt(), unit.recordedAt())))
                .sorted(Comparator.comparing(IncidentEvent::occurredAt))
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        IncidentCategorised first = (IncidentCategorised) life.events().get(1);
        Category standing = first.decision().category();
        @Nullable Category ruled = null;
        boolean disputed = false;
        for (IncidentEvent event : known) {
            switch (event) {
                case IncidentCategorised e -> standing = e.decision().category();
                case CategoryRuled e -> ruled = e.category();
                case CategoryDisputed e -> disputed = true;
                default -> {}
            }
        }
        return List.of(new Naive(first.decision().category(), standing, ruled, disputed));
    }

    private static @Nullable Instant instant(Random random) {
        return random.nextInt(3) == 0 ? null : BEGIN.plusSeconds(random.nextInt(120 * 86_400));
    }

    @Test
    void bothDaysCountToTheirEndsInLondon() {
        String[] raised = {
            "2018-07-31T22:59:59Z", "2018-07-31T23:00:00Z", "2018-08-31T22:59:59.999Z", "2018-08-31T23:00:00Z"
        };
        for (int i = 0; i < raised.length; i++) {
            Instant at = Instant.parse(raised[i]);
            world.record(Life.raised(i + 1, at, at, IncidentType.SERVICE, Classification.GREEN));
        }

        assertThat(ask(Moment.present(END), LocalDate.of(2018, 8, 1), LocalDate.of(2018, 8, 31))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void aRulingThatIsKnownLaterChangesNothingInWhatWasKnownBefore() {
        Instant at = Instant.parse("2018-08-02T09:00:00Z");
        Instant ruledAt = Instant.parse("2018-09-10T09:00:00Z");
        world.record(Life.raised(1, at, at, IncidentType.SERVICE, Classification.GREEN)
                .disputed(at.plusSeconds(60), at.plusSeconds(60), 1, "Alpha Energy")
                .ruled(ruledAt, ruledAt, 1, Category.CATEGORY_1));
        LocalDate from = LocalDate.of(2018, 8, 1);
        LocalDate to = LocalDate.of(2018, 8, 31);

        CategorisationReport before = ask(new Moment(null, ruledAt.minusSeconds(1), END), from, to);
        CategorisationReport asOfBefore = ask(new Moment(ruledAt.minusSeconds(1), null, END), from, to);

        assertThat(before.matrix()).containsExactly(new Cell(Category.CATEGORY_3, Category.CATEGORY_3, null, 1));
        assertThat(asOfBefore.matrix())
                .as("the ruled category holds from when the decision ruled on had taken effect")
                .containsExactly(new Cell(Category.CATEGORY_3, Category.CATEGORY_1, null, 1));
        assertThat(ask(Moment.present(END), from, to).matrix())
                .containsExactly(new Cell(Category.CATEGORY_3, Category.CATEGORY_1, Category.CATEGORY_1, 1));
    }

    @Test
    void redIsInNoCountOfThoseWhoAreNotCleared() {
        Instant at = Instant.parse("2018-08-02T09:00:00Z");
        world.record(Life.raised(1, at, at, IncidentType.SECURITY, Classification.RED)
                .disputed(at, at, 1, "Alpha Energy")
                .ruled(at, at, 1, Category.CATEGORY_1));

        CategorisationReport report = ask(Moment.present(END), LocalDate.of(2018, 8, 1), LocalDate.of(2018, 8, 31));

        assertThat(report.total()).isZero();
        assertThat(report.matrix()).isEmpty();
    }
}
