package uk.smartenergy.incident.incident.read.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FactDistance.Difference;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetPrecedents;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Precedents;
import uk.smartenergy.incident.api.incident.Precedents.Precedent;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

class PrecedentSearchTest {
    private static final Instant T0 = Instant.parse("2018-08-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2018-10-05T00:00:00Z");
    private static final Impact HERE = impact(ImpactLevel.NON_CRITICAL, 12, FinancialImpact.TRIVIAL);

    private final World world = new World();

    private static Impact impact(ImpactLevel level, int parties, FinancialImpact financial) {
        return new Impact(level, parties, true, false, DataLoss.NONE, financial, null);
    }

    private static Instant day(int day) {
        return T0.plusSeconds(86_400L * day);
    }

    private static Life life(int number, Impact impact, Classification classification, String... processes) {
        return Life.raised(number, T0, T0, IncidentType.SERVICE, classification)
                .assessed(T0, T0, impact, processes)
                .disputed(day(1), day(1), 1, "Alpha Energy");
    }

    @BeforeEach
    void fiveRulings() {
        world.record(life(1, HERE, Classification.GREEN, "Billing"));
        world.record(
                life(2, impact(ImpactLevel.NON_CRITICAL, 60, FinancialImpact.TRIVIAL), Classification.GREEN, "Billing")
                        .ruled(day(2), day(2), 1, Category.CATEGORY_1));
        world.record(
                life(3, impact(ImpactLevel.NON_CRITICAL, 13, FinancialImpact.TRIVIAL), Classification.GREEN, "Billing")
                        .ruled(day(3), day(3), 1, Category.CATEGORY_2));
        world.record(life(4, HERE, Classification.GREEN, "Firmware", "Alerts")
                .ruled(day(4), day(4), 1, Category.CATEGORY_3));
        world.record(life(5, impact(ImpactLevel.MINIMAL, 0, FinancialImpact.NONE), Classification.GREEN, "Billing")
                .ruled(day(5), day(5), 1, Category.CATEGORY_5));
        world.record(life(6, HERE, Classification.RED, "Billing").ruled(day(6), day(6), 1, Category.CATEGORY_1));
        world.record(life(7, HERE, Classification.GREEN, "Billing").ruled(day(7), day(7), 1, Category.CATEGORY_2));
    }

    private Precedents ask(Moment moment, int limit) {
        return world.ask(new GetPrecedents(World.STAFF, moment, IncidentId.of(1), 1, limit))
                .orElseThrow();
    }

    @Test
    void theNearestComeFirstAndEachSaysWhatDiffers() {
        Precedents precedents = ask(Moment.present(NOW), 10);

        assertThat(precedents.items())
                .extracting(precedent -> precedent.incidentId().number())
                .containsExactly(7L, 3L, 2L, 4L, 5L);
        assertThat(precedents.total()).isEqualTo(5);
        assertThat(precedents.items())
                .extracting(Precedent::distance)
                .containsExactly(
                        new Precedents.Distance(0, 0),
                        new Precedents.Distance(1, 0),
                        new Precedents.Distance(1, 1),
                        new Precedents.Distance(1, 3),
                        new Precedents.Distance(3, 5));
        assertThat(precedents.items().get(2).differs())
                .containsExactly(new Difference("partiesPrevented", "12", "60", 1));
        assertThat(precedents.items().get(3).differs())
                .containsExactly(new Difference("businessProcesses", "Billing", "Firmware, Alerts", 3));
        assertThat(precedents.items().getFirst().ruling())
                .isEqualTo(new Precedents.Ruling(Category.CATEGORY_2, "Ruled so", "somebody", day(7)));
        assertThat(precedents.items().getFirst().policyVersion()).isEqualTo("dcc-reading");
        assertThat(precedents.items().getFirst().dispute()).isEqualTo(1);
    }

    @Test
    void onlyRulingsOfThenArePrecedents() {
        assertThat(ask(new Moment(day(3), null, NOW), 10).total()).isEqualTo(2);
        assertThat(ask(new Moment(null, day(4), NOW), 10).total()).isEqualTo(3);
    }

    @Test
    void onlyRulingsBeforeTheDisputesOwnArePrecedents() {
        Life life = life(8, HERE, Classification.GREEN, "Billing").ruled(day(3), day(9), 1, Category.CATEGORY_1);
        world.record(life);

        Precedents precedents = world.ask(new GetPrecedents(World.STAFF, Moment.present(NOW), IncidentId.of(8), 1, 10))
                .orElseThrow();

        assertThat(precedents.before()).isEqualTo(day(3));
        assertThat(precedents.items())
                .extracting(precedent -> precedent.incidentId().number())
                .containsExactly(2L);
    }

    @Test
    void fewerAreShownIfFewerAreWantedAndRedOnesToTheClearedOnly() {
        assertThat(ask(Moment.present(NOW), 2).items()).hasSize(2);
        assertThat(ask(Moment.present(NOW), 2).total()).isEqualTo(5);
        assertThat(world.ask(new GetPrecedents(World.CLEARED, Moment.present(NOW), IncidentId.of(1), 1, 10))
                        .orElseThrow()
                        .total())
                .isEqualTo(6);
        assertThat(world.ask(new GetPrecedents(World.STAFF, Moment.present(NOW), IncidentId.of(6), 1, 10)))
                .isEmpty();
    }

    @Test
    void withoutFactsThereIsNothingToCompare() {
        world.record(Life.raised(9, T0, T0, IncidentType.SERVICE, Classification.GREEN)
                .disputed(day(1), day(1), 1, "Alpha Energy"));

        Precedents precedents = world.ask(new GetPrecedents(World.STAFF, Moment.present(NOW), IncidentId.of(9), 1, 10))
                .orElseThrow();

        assertThat(precedents.facts()).isNull();
        assertThat(precedents.items()).isEmpty();
    }
}
