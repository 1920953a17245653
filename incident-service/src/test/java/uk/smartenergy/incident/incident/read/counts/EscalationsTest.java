package uk.smartenergy.incident.incident.read.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentCommand.EscalateByItself.Crossing;
import uk.smartenergy.incident.api.incident.IncidentDetail.NextEscalation;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.DueToEscalate;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindDueToEscalate;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

/** A response escalates at 80% and 100%, a resolution at 75%, 100% and 200%; Category 1 has 10 minutes and 4 hours. */
class EscalationsTest {
    private static final Instant T0 = Instant.parse("2018-10-01T09:00:00Z");

    private final World world = new World();

    private static Instant minute(int minutes) {
        return T0.plus(Duration.ofMinutes(minutes));
    }

    private static Life raised(Instant recordedAt, Classification classification) {
        return Life.raised(
                1, T0, recordedAt, IncidentType.SERVICE, classification, Category.CATEGORY_1, List.of(), null, null);
    }

    private static Life raised() {
        return raised(T0, Classification.GREEN);
    }

    private List<Crossing> due(Instant now) {
        List<DueToEscalate> due = find(now, now);
        return due.isEmpty() ? List.of() : due.getFirst().crossings();
    }

    private List<DueToEscalate> find(Instant now, Instant untouchedSince) {
        return world.ask(new FindDueToEscalate(Viewer.clearedService(), now, untouchedSince, 10));
    }

    private List<String> triggers(int minutes) {
        return due(minute(minutes)).stream().map(Crossing::trigger).toList();
    }

    private NextEscalation next(Life life, int minutes) {
        return world.ask(new GetIncident(World.STAFF, new Moment(minute(minutes), null, minute(minutes)), life.id))
                .orElseThrow()
                .nextEscalation();
    }

    @Test
    void eachIsDueFromTheVeryInstantAtWhichSoMuchIsUsed() {
        world.record(raised());
        assertThat(due(minute(8).minusMillis(1))).isEmpty();
        assertThat(due(minute(8)))
                .containsExactly(new Crossing(
                        minute(8),
                        "SERVICE_DESK",
                        "80% of the Target Initial Response of Category 1 (10 minutes) was used up at 10:08 on 1 October 2018;"
                                + " due at 10:10 on 1 October 2018",
                        "CATEGORY_1 initialResponse 80%"));
        assertThat(triggers(10)).containsExactly("CATEGORY_1 initialResponse 80%", "CATEGORY_1 initialResponse 100%");
    }

    @Test
    void severalThatAreDueAtOnceComeInTheirOrderWithTheirOwnInstants() {
        world.record(raised());
        assertThat(due(minute(9 * 60)))
                .extracting(Crossing::at)
                .containsExactly(minute(8), minute(10), minute(180), minute(240), minute(480));
        assertThat(due(minute(9 * 60)).getLast().reason())
                .isEqualTo(
                        "200% of the Target Resolution of Category 1 (4 hours) was used up at 18:00 on 1 October 2018;"
                                + " it was due at 14:00 on 1 October 2018");
    }

    @Test
    void aResponseEndsThoseForTheResponse() {
        Life life = raised();
        world.record(life.then(minute(5), new IncidentRespondedTo(life.id, minute(5), false, null)));
        assertThat(triggers(179)).isEmpty();
        assertThat(triggers(180)).containsExactly("CATEGORY_1 resolution 75%");
    }

    @Test
    void neverWhilePendingAndLaterByThePause() {
        Life life = raised();
        life.then(minute(5), new IncidentRespondedTo(life.id, minute(5), false, null));
        life.then(minute(100), new IncidentPaused(life.id, minute(100), "waits", null));
        world.record(life);
        assertThat(triggers(10_000)).isEmpty();
        assertThat(next(life, 101)).isNull();
        world.record(minute(1_000), new IncidentResumed(life.id, minute(1_000), null));
        assertThat(triggers(1_079)).isEmpty();
        assertThat(due(minute(1_080))).extracting(Crossing::at).containsExactly(minute(1_080));
        assertThat(next(life, 1_001))
                .isEqualTo(new NextEscalation(minute(1_080), "SERVICE_MANAGER", "75% of resolution"));
    }

    @Test
    void whatIsOnRecordOrLeadsLowerThanItIsAlreadyIsLeftOut() {
        Life life = raised();
        life.then(
                minute(8),
                new IncidentEscalated(life.id, minute(8), "SERVICE_DESK", "x", "CATEGORY_1 initialResponse 80%"));
        world.record(life);
        assertThat(triggers(200)).containsExactly("CATEGORY_1 initialResponse 100%", "CATEGORY_1 resolution 75%");
        world.record(minute(9), new IncidentEscalated(life.id, minute(9), "SERVICE_MANAGER", "by hand"));
        assertThat(triggers(200)).containsExactly("CATEGORY_1 resolution 75%");
        assertThat(triggers(240)).containsExactly("CATEGORY_1 resolution 75%", "CATEGORY_1 resolution 100%");
    }

    @Test
    void whatIsResolvedDoesNotEscalateAndWhatIsReopenedGoesOn() {
        Life life = raised().resolved(minute(200));
        world.record(life);
        assertThat(triggers(5_000)).isEmpty();
        world.record(minute(1_000), new IncidentReopened(life.id, minute(1_000), "again"));
        assertThat(due(minute(1_040)))
                .extracting(Crossing::at, Crossing::trigger)
                .containsExactly(
                        Tuple.tuple(minute(180), "CATEGORY_1 resolution 75%"),
                        Tuple.tuple(minute(1_040), "CATEGORY_1 resolution 100%"));
    }

    @Test
    void aChangeOfCategoryIsDueByItsOwnTargetAndNotBeforeItTookEffect() {
        Life life = raised();
        life.then(minute(5), new IncidentRespondedTo(life.id, minute(5), false, null));
        world.record(life);
        world.record(
                minute(100),
                new IncidentCategorised(
                        life.id, minute(100), CategoryDecision.elsewhere(Category.CATEGORY_2, null, null)));
        assertThat(triggers(300)).isEmpty();
        assertThat(triggers(18 * 60)).containsExactly("CATEGORY_2 resolution 75%");
        world.record(
                minute(400),
                new IncidentCategorised(
                        life.id, minute(400), CategoryDecision.elsewhere(Category.CATEGORY_1, null, null)));
        assertThat(due(minute(400))).extracting(Crossing::at).containsExactly(minute(400), minute(400));
    }

    @Test
    void whatWasCrossedLongBeforeItWasRecordedIsHistory() {
        world.record(raised(T0.plus(Duration.ofDays(8)), Classification.GREEN));
        assertThat(due(T0.plus(Duration.ofDays(9)))).isEmpty();
        World within = new World();
        within.record(raised(T0.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(9)), Classification.GREEN));
        Instant now = T0.plus(Duration.ofDays(8));
        assertThat(within.ask(new FindDueToEscalate(Viewer.clearedService(), now, now, 10))
                        .getFirst()
                        .crossings())
                .extracting(Crossing::at)
                .containsExactly(minute(10), minute(180), minute(240), minute(480));
    }

    @Test
    void ofManyThatAreDueTheLongestDueComeFirstEachWithAllItsCrossings() {
        for (int number = 1; number <= 3; number++) {
            Instant raisedAt = minute(10 - number);
            world.record(Life.raised(
                    number,
                    raisedAt,
                    raisedAt,
                    IncidentType.SERVICE,
                    Classification.GREEN,
                    Category.CATEGORY_1,
                    List.of(),
                    null,
                    null));
        }
        List<DueToEscalate> two = world.ask(new FindDueToEscalate(Viewer.clearedService(), minute(19), minute(19), 2));
        assertThat(two).extracting(one -> one.incidentId().number()).containsExactly(3L, 2L);
        assertThat(two)
                .allSatisfy(one -> assertThat(one.crossings())
                        .extracting(Crossing::level)
                        .containsExactly("SERVICE_DESK", "SERVICE_DESK_MANAGER"));
    }

    @Test
    void redEscalatesForTheServiceAndIsUnseenByOthers() {
        world.record(raised(T0, Classification.RED));
        assertThat(due(minute(8))).hasSize(1);
        assertThat(world.ask(new FindDueToEscalate(Viewer.service(), minute(8), minute(8), 10)))
                .isEmpty();
    }

    @Test
    void itIsLeftAloneWhileItsHistoryIsBeingTold() {
        world.record(raised(minute(60), Classification.GREEN));
        assertThat(find(minute(60), minute(59))).isEmpty();
        assertThat(find(minute(61), minute(60)))
                .singleElement()
                .satisfies(due -> assertThat(due.version()).isEqualTo(1));
    }

    @Test
    void ofLivesDrawnByChanceThoseAreDueThatALookAtTheirClocksFinds() {
        Random random = new Random(7);
        Instant end = T0.plus(Duration.ofDays(60));
        List<Life> lives = new ArrayList<>();
        for (int number = 1; number <= 600; number++) {
            lives.add(Life.drawn(random, number, T0, end, Classification.GREEN));
        }
        world.record(lives);
        int found = 0;
        for (int i = 0; i < 5; i++) {
            Instant now = end.plus(Duration.ofDays(i * 3L));
            Set<String> due = new TreeSet<>();
            world.ask(new FindDueToEscalate(Viewer.clearedService(), now, now, 10_000))
                    .forEach(one -> {
                        due.add(one.incidentId().value());
                        assertThat(one.crossings())
                                .extracting(Crossing::at)
                                .isSorted()
                                .allMatch(at -> !at.isAfter(now));
                    });
            Set<String> expected = new TreeSet<>();
            world.ask(new FindIncidents(
                            World.STAFF, Moment.present(now), IncidentFilter.all(), SortBy.ID, false, null, 10_000))
                    .items()
                    .forEach(view -> {
                        if (isOpenBeyond(view, now)) {
                            expected.add(view.id().value());
                        }
                    });
            assertThat(due).containsAll(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    /** Missed what escalates to a level, and recorded before. */
    private static boolean isOpenBeyond(IncidentView view, Instant now) {
        return view.resolvedAt() == null
                && view.state() != IncidentState.PENDING
                && view.resolutionTargetMissed()
                && !view.resolutionDueAt().isBefore(view.recordedAt())
                && !view.recordedAt().isAfter(now);
    }
}
