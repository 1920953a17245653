package uk.smartenergy.incident.incident.read.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentClosed;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.DueToClose;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindDueToClose;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetHighestNumber;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetOpenCounts;
import uk.smartenergy.incident.api.incident.IncidentQuery.IncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentQuery.OpenCounts;
import uk.smartenergy.incident.api.incident.IncidentQuery.OpenKey;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

class IncidentCountsTest {
    // Friday, 10:00 in London
    private static final Instant FRIDAY = Instant.parse("2018-08-03T09:00:00Z");
    private static final Instant DUE = Instant.parse("2018-08-08T09:00:00Z");

    private final World world = new World();

    private Life raised(long number, Classification classification) {
        Instant at = FRIDAY.minusSeconds(3600);
        return Life.raised(number, at, at, IncidentType.SERVICE, classification);
    }

    private List<DueToClose> due(Instant now, int limit) {
        return world.ask(new FindDueToClose(Viewer.clearedService(), now, Instant.MAX, limit));
    }

    @Test
    void aResolvedIncidentIsDueToCloseAfterThreeWorkingDaysRedIncluded() {
        world.record(raised(1, Classification.GREEN).resolved(FRIDAY));
        world.record(raised(500_000_000_001L, Classification.RED).resolved(FRIDAY.plusSeconds(60)));
        assertThat(due(DUE.minusMillis(1), 10)).isEmpty();
        assertThat(due(DUE, 10)).containsExactly(new DueToClose(IncidentId.of(1), FRIDAY, DUE));
        assertThat(due(DUE.plusSeconds(60), 10)).hasSize(2);
        assertThat(due(DUE.plusSeconds(60), 1))
                .extracting(DueToClose::incidentId)
                .containsExactly(IncidentId.of(1));
    }

    @Test
    void whatSomethingWasJustRecordedOfIsLeftAlone() {
        world.record(raised(1, Classification.GREEN).resolved(FRIDAY));
        Instant now = DUE.plusSeconds(60);
        assertThat(world.ask(new FindDueToClose(Viewer.clearedService(), now, Instant.MAX, 10)))
                .hasSize(1);
        assertThat(world.ask(new FindDueToClose(Viewer.clearedService(), now, Instant.EPOCH, 10)))
                .isEmpty();
    }

    @Test
    void whatIsOpenOrClosedIsNotDue() {
        world.record(raised(1, Classification.GREEN).resolved(FRIDAY).reopened(FRIDAY.plusSeconds(60)));
        Life closed = raised(2, Classification.GREEN).resolved(FRIDAY);
        world.record(closed.then(DUE, new IncidentClosed(closed.id, DUE, null, FRIDAY)));
        assertThat(due(DUE.plus(Duration.ofDays(10)), 10)).isEmpty();
    }

    @Test
    void openIncidentsAreCountedByCategoryTypeAndKindOfResolver() {
        world.record(raised(1, Classification.GREEN).assigned(FRIDAY, "CSP North"));
        world.record(raised(2, Classification.AMBER));
        world.record(raised(3, Classification.GREEN).resolved(FRIDAY));
        world.record(raised(500_000_000_001L, Classification.RED));
        OpenCounts counts =
                world.ask(new GetOpenCounts(World.CLEARED, Moment.present(FRIDAY.plus(Duration.ofDays(40)))));
        OpenKey assigned = new OpenKey(Category.CATEGORY_3, IncidentType.SERVICE, ResolverKind.OTHER);
        OpenKey unassigned = new OpenKey(Category.CATEGORY_3, IncidentType.SERVICE, ResolverKind.NONE);
        assertThat(counts.counts()).isEqualTo(Map.of(assigned, 1L, unassigned, 1L));
        assertThat(counts.overOneMonth()).isEqualTo(Map.of(assigned, 1L, unassigned, 1L));
        assertThat(counts.responseTargetsMissed()).isEqualTo(Map.of(Category.CATEGORY_3, 2L));
        assertThat(counts.resolutionTargetsMissed()).isEqualTo(Map.of(Category.CATEGORY_3, 2L));
    }

    @Test
    void disputesAndUpdatesOfTheOpenAreCountedAsTheListShowsThem() {
        world.record(disputed(raised(1, Classification.GREEN)));
        world.record(raised(2, Classification.AMBER));
        world.record(disputed(raised(3, Classification.GREEN)).resolved(FRIDAY.plusSeconds(60)));
        world.record(disputed(raised(500_000_000_001L, Classification.RED)));
        Moment moment = Moment.present(FRIDAY.plus(Duration.ofDays(3)));
        OpenCounts counts = world.ask(new GetOpenCounts(World.CLEARED, moment));
        assertThat(counts.disputed()).isEqualTo(Map.of(Category.CATEGORY_3, 1L));
        List<IncidentView> open = world
                .ask(new FindIncidents(
                        World.STAFF, moment, IncidentFilter.all(), SortBy.ID, false, null, Integer.MAX_VALUE))
                .items()
                .stream()
                .filter(view -> view.state().isOpen())
                .toList();
        assertThat(counts.updateOverdue().getOrDefault(Category.CATEGORY_3, 0L))
                .isEqualTo(open.stream().filter(IncidentView::updateOverdue).count());
        assertThat(counts.updatesMissed().getOrDefault(Category.CATEGORY_3, 0L))
                .isPositive()
                .isEqualTo(open.stream().mapToLong(IncidentView::updatesMissed).sum());
    }

    private static Life disputed(Life life) {
        return life.then(
                FRIDAY,
                new CategoryDisputed(
                        life.id, FRIDAY, 1, "Northwick Energy", Category.CATEGORY_3, null, "It is critical", null));
    }

    @Test
    void accessNamesAllWhoAreOrWereConcerned() {
        world.record(
                raised(1, Classification.GREEN).assigned(FRIDAY, "CSP North").assigned(FRIDAY, "CSP South"));
        assertThat(world.ask(new GetIncidentAccess(World.STAFF, IncidentId.of(1))))
                .contains(new IncidentAccess(
                        IncidentId.of(1),
                        "Alpha Energy",
                        "CSP South",
                        Set.of("Alpha Energy", "CSP North", "CSP South"),
                        false));
        assertThat(world.ask(new GetIncidentAccess(World.STAFF, IncidentId.of(2))))
                .isEmpty();
    }

    @Test
    void theHighestNumberIsOfThoseGivenInOrder() {
        assertThat(world.<Long>ask(new GetHighestNumber(World.STAFF))).isZero();
        world.record(raised(7, Classification.GREEN));
        world.record(raised(3, Classification.GREEN));
        world.record(raised(500_000_000_001L, Classification.RED));
        assertThat(world.<Long>ask(new GetHighestNumber(World.STAFF))).isEqualTo(7);
    }
}
