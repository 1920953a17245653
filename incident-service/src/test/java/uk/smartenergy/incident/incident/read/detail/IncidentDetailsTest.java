package uk.smartenergy.incident.incident.read.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.CategoryExplanation;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentDetail.Communication;
import uk.smartenergy.incident.api.incident.IncidentDetail.Escalation;
import uk.smartenergy.incident.api.incident.IncidentDetail.Link;
import uk.smartenergy.incident.api.incident.IncidentDetail.Pause;
import uk.smartenergy.incident.api.incident.IncidentDetail.Rating;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CommunicationRated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentPaused;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRespondedTo;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetCategoryExplanation;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetTimeline;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

class IncidentDetailsTest {
    private static final Instant BEGIN = Instant.parse("2018-08-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2018-10-05T23:00:00Z");
    private static final IncidentId ID = IncidentId.of(1);

    private final World world = new World();
    private final Life life = Life.raised(1, BEGIN, BEGIN, IncidentType.SERVICE, Classification.GREEN);

    private static Instant minute(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    private IncidentDetail detail(Moment moment) {
        return world.ask(new GetIncident(World.STAFF, moment, ID)).orElseThrow();
    }

    private Life with(int minute, IncidentEvent event) {
        return life.then(minute(minute), event);
    }

    @Test
    void aDetailHasWhatTheListHasAndAllTexts() {
        world.record(life);
        IncidentDetail detail = detail(Moment.present(NOW));
        assertThat(detail.raisedBy().contactName()).isEqualTo("A. Person");
        assertThat(detail.description()).contains("do not answer");
        assertThat(detail.triage()).isEqualTo("looked at it");
        IncidentView overview = detail.overview();
        assertThat(overview.version()).isEqualTo(1);
        assertThat(overview.raisedBy().party()).isEqualTo("Alpha Energy");
        assertThat(overview.responseDueAt()).isEqualTo(minute(45));
        assertThat(overview.resolutionDueAt()).isEqualTo(BEGIN.plus(Duration.ofHours(72)));
        assertThat(overview.responseTargetMissed()).isTrue();
    }

    @Test
    void whatHappenedInItsLifeIsThereAsOfAnyMoment() {
        with(10, new IncidentPaused(ID, minute(10), "waits for meter numbers", "mail"));
        with(20, new IncidentRespondedTo(ID, minute(20), false, null));
        with(25, new IncidentPaused(ID, minute(25), "again", null));
        with(30, new IncidentEscalated(ID, minute(30), "PANEL", "slow"));
        with(31, new IncidentEscalated(ID, minute(31), "SERVICE_MANAGER", "slow"));
        CommunicationContent content =
                new CommunicationContent("We look at it", "meters", null, null, null, null, null);
        with(40, new IncidentCommunicated(ID, minute(40), 1, content));
        with(41, new CommunicationRated(ID, minute(41), 1, 2, "poor"));
        with(50, new IncidentLinked(ID, minute(50), LinkType.PROBLEM, "PBI000000000001", null));
        life.resolved(minute(60));
        life.reopened(minute(70));
        world.record(life);

        IncidentDetail now = detail(Moment.present(NOW));
        assertThat(now.pauses())
                .containsExactly(
                        new Pause(minute(10), minute(20), "waits for meter numbers", "mail"),
                        new Pause(minute(25), minute(60), "again", null));
        assertThat(now.escalations())
                .containsExactly(
                        new Escalation(minute(30), "PANEL", "slow", "somebody", false, null),
                        new Escalation(minute(31), "SERVICE_MANAGER", "slow", "somebody", false, null));
        assertThat(now.overview().escalationLevel()).isEqualTo("PANEL");
        assertThat(now.communications())
                .containsExactly(new Communication(
                        1,
                        minute(40),
                        "somebody",
                        content,
                        null,
                        List.of(new Rating(minute(41), "somebody", 2, "poor"))));
        assertThat(now.links()).containsExactly(new Link(LinkType.PROBLEM, "PBI000000000001", null, minute(50)));
        assertThat(now.resolution()).isNull();
        assertThat(now.overview().state()).isEqualTo(IncidentState.IN_PROGRESS);
        assertThat(now.overview().version()).isEqualTo(11);

        IncidentDetail before = detail(new Moment(minute(60), null, NOW));
        assertThat(before.resolution()).isEqualTo("done");
        assertThat(before.overview().closesAt()).isNotNull();
        IncidentDetail paused = detail(new Moment(minute(29), null, NOW));
        assertThat(paused.pauses().getLast()).isEqualTo(new Pause(minute(25), null, "again", null));
        assertThat(paused.overview().state()).isEqualTo(IncidentState.PENDING);
        assertThat(paused.escalations()).isEmpty();
    }

    @Test
    void theDetailsOverviewIsWhatTheListShows() {
        Random random = new Random(5);
        for (int number = 2; number < 60; number++) {
            world.record(Life.drawn(random, number, BEGIN.minus(Duration.ofDays(200)), NOW, Classification.GREEN));
        }
        for (Moment moment : List.of(Moment.present(NOW), new Moment(BEGIN, minute(90), NOW))) {
            world.ask(new FindIncidents(
                            World.STAFF, moment, IncidentFilter.all(), SortBy.ID, false, null, Integer.MAX_VALUE))
                    .items()
                    .forEach(view -> assertThat(world.ask(new GetIncident(World.STAFF, moment, view.id()))
                                    .orElseThrow()
                                    .overview())
                            .isEqualTo(view));
        }
    }

    @Test
    void theTimelineIsInTheOrderInWhichThingsHappened() {
        life.resolved(minute(60));
        with(90, new IncidentRespondedTo(ID, minute(30), false, "told late"));
        world.record(life);
        List<TimelineEntry> timeline =
                world.ask(new GetTimeline(World.STAFF, Moment.present(NOW), ID)).orElseThrow();
        assertThat(timeline)
                .extracting(TimelineEntry::type)
                .containsExactly("IncidentRaised", "IncidentCategorised", "IncidentRespondedTo", "IncidentResolved");
        assertThat(timeline).extracting(TimelineEntry::sequence).containsExactly(0L, 1L, 3L, 2L);
        assertThat(timeline.get(2).recordedAt()).isEqualTo(minute(90));
        assertThat(timeline.get(2).actor()).isEqualTo("somebody");
        assertThat(world.ask(new GetTimeline(World.STAFF, new Moment(null, minute(89), NOW), ID))
                        .orElseThrow())
                .hasSize(3);
    }

    @Test
    void theExplanationIsOfTheDecisionThatStandsAtThatMoment() {
        with(
                30,
                new IncidentCategorised(
                        ID, minute(30), CategoryDecision.elsewhere(Category.CATEGORY_1, null, "worse")));
        world.record(life);
        CategoryExplanation now = world.ask(new GetCategoryExplanation(World.STAFF, Moment.present(NOW), ID))
                .orElseThrow();
        assertThat(now.category()).isEqualTo(Category.CATEGORY_1);
        assertThat(now.firstCategory()).isEqualTo(Category.CATEGORY_3);
        assertThat(now.decidedAt()).isEqualTo(minute(30));
        assertThat(now.decidedBy()).isEqualTo("somebody");
        assertThat(now.decision().reason()).isEqualTo("worse");
        assertThat(world.ask(new GetCategoryExplanation(World.STAFF, new Moment(minute(29), null, NOW), ID))
                        .orElseThrow()
                        .category())
                .isEqualTo(Category.CATEGORY_3);
    }

    @Test
    void anIncidentThatWasNotThereAtThatMomentIsAbsent() {
        world.record(life);
        for (Moment moment :
                List.of(new Moment(BEGIN.minusMillis(1), null, NOW), new Moment(null, BEGIN.minusMillis(1), NOW))) {
            assertThat(world.ask(new GetIncident(World.STAFF, moment, ID))).isEmpty();
            assertThat(world.ask(new GetTimeline(World.STAFF, moment, ID))).isEmpty();
            assertThat(world.ask(new GetCategoryExplanation(World.STAFF, moment, ID)))
                    .isEmpty();
        }
        assertThat(world.ask(new GetIncident(World.STAFF, Moment.present(NOW), IncidentId.of(2))))
                .isEmpty();
    }
}
