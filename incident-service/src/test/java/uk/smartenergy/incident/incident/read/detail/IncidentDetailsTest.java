package uk.smartenergy.incident.incident.read.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.categorisation.LeastChange;
import uk.smartenergy.incident.api.incident.CategoryExplanation;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentDetail.Communication;
import uk.smartenergy.incident.api.incident.IncidentDetail.Dispute;
import uk.smartenergy.incident.api.incident.IncidentDetail.DisputeState;
import uk.smartenergy.incident.api.incident.IncidentDetail.Escalation;
import uk.smartenergy.incident.api.incident.IncidentDetail.Evidence;
import uk.smartenergy.incident.api.incident.IncidentDetail.Link;
import uk.smartenergy.incident.api.incident.IncidentDetail.Pause;
import uk.smartenergy.incident.api.incident.IncidentDetail.Rating;
import uk.smartenergy.incident.api.incident.IncidentDetail.Ruling;
import uk.smartenergy.incident.api.incident.IncidentDetail.Withdrawal;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CommunicationRated;
import uk.smartenergy.incident.api.incident.IncidentEvent.DisputeEvidenceAdded;
import uk.smartenergy.incident.api.incident.IncidentEvent.DisputeWithdrawn;
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
        with(41, new CommunicationRated(ID, minute(41), 1, 2, "poor", null));
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

    private static final Impact NON_CRITICAL =
            new Impact(ImpactLevel.NON_CRITICAL, 3, true, false, DataLoss.NONE, FinancialImpact.NONE, "Installs fail");

    /** Assessed as Category 2 after 10 minutes, disputed, and ruled on an hour after the raising. */
    private void ruled() {
        life.assessed(minute(10), minute(10), NON_CRITICAL, "Billing")
                .disputed(minute(20), minute(25), 1, "Alpha Energy")
                .then(minute(30), new DisputeEvidenceAdded(ID, minute(30), 1, "DCC", "A log", "LOG-1"))
                .disputed(minute(40), minute(40), 2, "Beta Power")
                .then(minute(50), new DisputeWithdrawn(ID, minute(50), 2, "Settled"))
                .ruled(minute(60), minute(65), 1, Category.CATEGORY_1);
        world.record(life);
    }

    @Test
    void disputesAreShownWithTheirEvidenceAndWhatBecameOfThem() {
        ruled();

        IncidentDetail detail = detail(Moment.present(NOW));

        Dispute dispute = detail.categoryDisputes().getFirst();
        assertThat(dispute.state()).isEqualTo(DisputeState.RULED);
        assertThat(dispute.at()).isEqualTo(minute(20));
        assertThat(dispute.recordedAt()).isEqualTo(minute(25));
        assertThat(dispute.standing()).isEqualTo(Category.CATEGORY_2);
        assertThat(dispute.by()).isEqualTo("somebody");
        assertThat(dispute.evidence())
                .containsExactly(
                        new Evidence("Letters", null, "Alpha Energy", "somebody", minute(20)),
                        new Evidence("A log", "LOG-1", "DCC", "somebody", minute(30)));
        Ruling ruling = java.util.Objects.requireNonNull(dispute.ruling());
        assertThat(ruling.category()).isEqualTo(Category.CATEGORY_1);
        assertThat(ruling.at()).isEqualTo(minute(60));
        assertThat(ruling.effectiveFrom()).isEqualTo(minute(10));
        assertThat(ruling.changed()).isTrue();
        assertThat(ruling.ruledOn().limbs()).isNotEmpty();
        assertThat(detail.categoryDisputes().get(1).state()).isEqualTo(DisputeState.WITHDRAWN);
        assertThat(detail.categoryDisputes().get(1).withdrawal())
                .isEqualTo(new Withdrawal("Settled", "somebody", minute(50)));
        assertThat(detail.overview().firstCategory()).isEqualTo(Category.CATEGORY_3);
        assertThat(detail.overview().category()).isEqualTo(Category.CATEGORY_1);
        assertThat(detail.overview().ruledCategory()).isEqualTo(Category.CATEGORY_1);
        assertThat(detail.overview().disputed()).isTrue();
        assertThat(detail.overview().disputeOpen()).isFalse();
    }

    @Test
    void disputesAreShownAsOfAndAsKnownAtAMoment() {
        ruled();

        IncidentDetail known = detail(new Moment(null, minute(45), NOW));
        assertThat(known.categoryDisputes())
                .extracting(Dispute::state)
                .containsExactly(DisputeState.OPEN, DisputeState.OPEN);
        assertThat(known.overview().category()).isEqualTo(Category.CATEGORY_2);
        assertThat(known.overview().ruledCategory()).isNull();
        assertThat(known.overview().disputeOpen()).isTrue();
        assertThat(detail(new Moment(null, minute(24), NOW)).categoryDisputes()).isEmpty();
        IncidentDetail asOf = detail(new Moment(minute(20), null, NOW));
        assertThat(asOf.categoryDisputes()).extracting(Dispute::state).containsExactly(DisputeState.OPEN);
        assertThat(asOf.categoryDisputes().getFirst().evidence()).hasSize(1);
        assertThat(asOf.overview().category())
                .as("the ruling says what it ought to have been")
                .isEqualTo(Category.CATEGORY_1);
        assertThat(asOf.overview().ruledCategory()).isNull();
        assertThat(detail(new Moment(minute(9), null, NOW)).overview().category())
                .isEqualTo(Category.CATEGORY_3);
    }

    @Test
    void theExplanationOfARulingSaysWhoRuledWhyAndWhatThePolicyMakesOfTheFrozenFacts() {
        ruled();

        for (Moment moment : List.of(Moment.present(NOW), new Moment(minute(30), null, NOW))) {
            CategoryExplanation explanation = world.ask(new GetCategoryExplanation(World.STAFF, moment, ID))
                    .orElseThrow();

            assertThat(explanation.category()).isEqualTo(Category.CATEGORY_1);
            assertThat(explanation.decidedAt()).isEqualTo(minute(10));
            assertThat(explanation.recordedAt()).isEqualTo(minute(65));
            assertThat(explanation.decision().basis()).isEqualTo(CategoryDecision.Basis.RULED);
            assertThat(explanation.decision().policyVersion()).isEqualTo("dcc-reading");
            assertThat(explanation.decision().limbs()).isNotEmpty();
            assertThat(explanation.ruling())
                    .isEqualTo(new CategoryExplanation.Ruling(
                            1, "Alpha Energy", "Ruled so", "somebody", minute(60), minute(10), Category.CATEGORY_2));
            assertThat(explanation.leastChanges())
                    .contains(new LeastChange(
                            Category.CATEGORY_1, List.of(new LeastChange.FactChange("partiesPrevented", "3", "10"))));
        }
        CategoryExplanation before = world.ask(
                        new GetCategoryExplanation(World.STAFF, new Moment(null, minute(64), NOW), ID))
                .orElseThrow();
        assertThat(before.category()).isEqualTo(Category.CATEGORY_2);
        assertThat(before.ruling()).isNull();
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
