package uk.smartenergy.incident.incident.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentClosed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentReopened;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResolved;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRespondedTo;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.metrics.AskedMessages;
import uk.smartenergy.incident.platform.metrics.Metric;

class IncidentMovementsTest {
    private static final IncidentId ID = IncidentId.of(1);
    private static final Instant RAISED_AT = Instant.parse("2018-08-01T09:00:00Z");
    private static final Instant RESPONDED_AT = RAISED_AT.plus(Duration.ofMinutes(30));
    private static final Instant RESOLVED_AT = RAISED_AT.plus(Duration.ofHours(5));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private @Nullable IncidentView incident = incident(IncidentType.RDP);
    private boolean away;
    private final AskedMessages messages = new AskedMessages(query -> {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
        return Optional.ofNullable(incident)
                .map(view -> new IncidentDetail(
                        view,
                        new Raiser("DCC", null, null, null),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    });
    private final IncidentMovements movements = new IncidentMovements(messages, new IncidentMovementMeters(registry));

    @Nested
    class Raising {
        @Test
        void isCountedOnceByFirstCategoryAndType() {
            raise(Classification.GREEN);
            movements.on(categorised(Category.CATEGORY_2));
            assertThat(counted(Metric.RAISED, "category", "3", "type", "RDP")).isEqualTo(1);
            assertThat(total(Metric.RAISED)).isEqualTo(1);
        }

        @Test
        void ofARedOneIsNotCountedNorIsWhatFollows() {
            incident = null;
            raise(Classification.RED);
            movements.on(response(), RESPONDED_AT);
            movements.on(resolution(), RESOLVED_AT);
            movements.on(new IncidentReopened(ID, RESOLVED_AT, "not solved"), RESOLVED_AT);
            movements.on(new IncidentClosed(ID, RESOLVED_AT, null, null), RESOLVED_AT);
            assertThat(registry.getMeters())
                    .allSatisfy(meter -> assertThat(meter.measure())
                            .allSatisfy(figure -> assertThat(figure.getValue()).isZero()));
        }
    }

    @Nested
    class Disputing {
        @Test
        void isCountedByTheCategoryThatStood() {
            raise(Classification.GREEN);
            movements.on(disputed(), RESOLVED_AT);
            assertThat(counted(Metric.DISPUTED, "category", "3", "type", "RDP")).isEqualTo(1);
        }

        @Test
        void endsInARulingThatIsCountedByWhatItMakesOfTheCategory() {
            raise(Classification.GREEN);
            movements.on(ruled(Category.CATEGORY_1), RESOLVED_AT);
            movements.on(ruled(Category.CATEGORY_3), RESOLVED_AT);
            assertThat(counted(Metric.RULED, "category", "1", "outcome", "CHANGED"))
                    .isEqualTo(1);
            assertThat(counted(Metric.RULED, "category", "3", "outcome", "UPHELD"))
                    .isEqualTo(1);
            assertThat(total(Metric.RULED)).isEqualTo(2);
        }

        @Test
        void ofARedOneIsNotCounted() {
            incident = null;
            raise(Classification.RED);
            movements.on(disputed(), RESOLVED_AT);
            movements.on(ruled(Category.CATEGORY_1), RESOLVED_AT);
            movements.on(new IncidentEscalated(ID, RESOLVED_AT, "PANEL", "late", "t"), RESOLVED_AT);
            assertThat(total(Metric.DISPUTED) + total(Metric.RULED) + total(Metric.ESCALATED))
                    .isZero();
        }

        private CategoryDisputed disputed() {
            return new CategoryDisputed(
                    ID, RESOLVED_AT, 1, "Northwick Energy", Category.CATEGORY_3, null, "It is critical", null);
        }

        private CategoryRuled ruled(Category category) {
            CategoryDecision stood = CategoryDecision.elsewhere(Category.CATEGORY_3, null, null);
            return new CategoryRuled(ID, RESOLVED_AT, 1, category, "So it is", stood, RAISED_AT);
        }
    }

    @Nested
    class Escalating {
        @Test
        void isCountedApartByWhetherSomebodyDidItOrTheService() {
            raise(Classification.GREEN);
            movements.on(new IncidentEscalated(ID, RESOLVED_AT, "PANEL", "no progress"), RESOLVED_AT);
            movements.on(
                    new IncidentEscalated(ID, RESOLVED_AT, "PANEL", "late", "CATEGORY_3 resolution 80%"), RESOLVED_AT);
            movements.on(
                    new IncidentEscalated(ID, RESOLVED_AT, "PANEL", "late", "CATEGORY_3 resolution 100%"), RESOLVED_AT);
            assertThat(counted(Metric.ESCALATED, "category", "3", "by", "PEOPLE"))
                    .isEqualTo(1);
            assertThat(counted(Metric.ESCALATED, "category", "3", "by", "SERVICE"))
                    .isEqualTo(2);
        }
    }

    @Nested
    class Responding {
        @Test
        void isTimedFromRaisingAndItsMissCounted() {
            movements.on(response(), RESPONDED_AT);
            assertThat(seconds(Metric.TIME_TO_RESPOND)).isEqualTo(1800);
            assertThat(counted(Metric.TARGETS_MISSED, "target", "RESPONSE", "category", "3"))
                    .isEqualTo(1);
        }

        @Test
        void againAfterAPauseIsNotTimed() {
            movements.on(new IncidentRespondedTo(ID, RESOLVED_AT, false, null), RESOLVED_AT);
            assertThat(seconds(Metric.TIME_TO_RESPOND)).isZero();
        }
    }

    @Nested
    class Resolving {
        @Test
        void isCountedAndTimed() {
            raise(Classification.GREEN);
            movements.on(resolution(), RESOLVED_AT);
            assertThat(counted(Metric.RESOLVED, "category", "3", "type", "RDP")).isEqualTo(1);
            assertThat(seconds(Metric.TIME_TO_RESOLVE)).isEqualTo(18_000);
            assertThat(counted(Metric.TARGETS_MISSED, "target", "RESOLUTION", "category", "3"))
                    .isZero();
        }

        @Test
        void longAgoIsCountedButNotTimed() {
            raise(Classification.GREEN);
            movements.on(
                    resolution(), RESOLVED_AT.plus(IncidentMovements.HISTORY).plusMillis(1));
            assertThat(total(Metric.RESOLVED)).isEqualTo(1);
            assertThat(seconds(Metric.TIME_TO_RESOLVE)).isZero();
            assertThat(messages.asked).isEmpty();
        }

        @Test
        void anIncidentRaisedBeforeTheStartIsLookedUp() {
            movements.on(resolution(), RESOLVED_AT);
            assertThat(counted(Metric.RESOLVED, "category", "3", "type", "RDP")).isEqualTo(1);
        }
    }

    @Test
    void closingAndReopeningAreCounted() {
        raise(Classification.GREEN);
        movements.on(new IncidentClosed(ID, RESOLVED_AT, null, null), RESOLVED_AT);
        movements.on(new IncidentReopened(ID, RESOLVED_AT, "not solved"), RESOLVED_AT);
        assertThat(total(Metric.CLOSED)).isEqualTo(1);
        assertThat(total(Metric.REOPENED)).isEqualTo(1);
    }

    @Test
    void aFigureThatCannotBeHadIsLeftOut() {
        away = true;
        movements.on(resolution(), RESOLVED_AT);
        away = false;
        movements.on(resolution(), RESOLVED_AT);
        assertThat(total(Metric.RESOLVED)).isEqualTo(1);
    }

    private void raise(Classification classification) {
        movements.on(new IncidentRaised(
                ID,
                RAISED_AT,
                "Registration data files are late",
                null,
                IncidentType.RDP,
                new Raiser("DCC", null, null, null),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                classification));
        movements.on(categorised(Category.CATEGORY_3));
    }

    private static IncidentCategorised categorised(Category category) {
        return new IncidentCategorised(ID, RAISED_AT, CategoryDecision.elsewhere(category, null, null));
    }

    private static IncidentRespondedTo response() {
        return new IncidentRespondedTo(ID, RESPONDED_AT, false, null);
    }

    private static IncidentResolved resolution() {
        return new IncidentResolved(ID, RESOLVED_AT, null);
    }

    private static IncidentView incident(IncidentType type) {
        return new IncidentView(
                ID,
                3,
                "Registration data files are late",
                type,
                IncidentState.RESOLVED,
                Category.CATEGORY_3,
                Category.CATEGORY_3,
                null,
                null,
                false,
                false,
                new IncidentView.RaisedBy("DCC"),
                null,
                null,
                List.of(),
                List.of(),
                Classification.GREEN,
                null,
                RAISED_AT,
                RAISED_AT,
                RESPONDED_AT,
                RESOLVED_AT,
                null,
                null,
                null,
                null,
                true,
                false,
                null,
                null,
                false,
                0);
    }

    private double counted(Metric metric, String... tags) {
        return registry.get(metric.id()).tags(tags).counter().count();
    }

    private double total(Metric metric) {
        return registry.get(metric.id()).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double seconds(Metric metric) {
        assertThat(registry.get(metric.id()).timers()).extracting(Meter::getId).isNotEmpty();
        return registry.get(metric.id()).timers().stream()
                .mapToDouble(timer -> timer.totalTime(TimeUnit.SECONDS))
                .sum();
    }
}
