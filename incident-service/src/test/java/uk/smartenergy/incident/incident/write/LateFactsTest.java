package uk.smartenergy.incident.incident.write;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.incident.write.Samples.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.shared.Refusal;

/** A fact takes its place in the time in which it happened, whenever it is recorded. */
class LateFactsTest {
    private static final Recording RECORDING = new Recording(at(10_000));
    private static final int HISTORIES = 40;
    private static final int ORDERS = 60;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inWhateverOrderFactsAreRecordedTheLifeIsTheSame(int seed) {
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < HISTORIES; i++) {
            List<IncidentCommand> history = possibleHistory(random, 3 + random.nextInt(6));
            IncidentLife inOrder = recorded(history).orElseThrow();
            for (int order = 0; order < ORDERS; order++) {
                List<IncidentCommand> shuffled = new ArrayList<>(history);
                Collections.shuffle(shuffled, random);
                Optional<IncidentLife> life = recorded(shuffled);
                if (life.isPresent() && !shuffled.equals(history)) {
                    compared++;
                    for (int minute = 0; minute <= history.size(); minute++) {
                        assertThat(life.get().lifecycleAt(at(minute)))
                                .as("%s as at minute %s", shuffled, minute)
                                .isEqualTo(inOrder.lifecycleAt(at(minute)));
                    }
                    assertThat(life.get().lifecycle()).isEqualTo(inOrder.lifecycle());
                }
            }
        }
        assertThat(compared).as("other orders that were taken").isGreaterThan(50);
    }

    /** What was decided is always possible: nothing that was taken is later without its effect, but for conclusions. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyTakenFactCanFollowOnThoseBeforeIt(int seed) {
        Random random = new Random(seed);
        IncidentLife life = raisedLife();
        for (int i = 0; i < 60; i++) {
            try {
                life = recorded(life, anyCommand(random, at(random.nextInt(40))));
            } catch (Refusal refused) {
                // as it should be; what matters is what was taken
            }
            assertThat(life.contradicting(at(-1), Lifecycle.RAISED)).isEmpty();
        }
    }

    /** For keeping very many lives aside, as a dry run does. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aLifeSurvivesAsBytes(int seed) {
        Random random = new Random(seed);
        IncidentLife life = recordedAsFarAsPossible(random, 60);
        IncidentLife again = IncidentLife.fromBytes(life.toBytes());
        assertThat(again.facts()).isEqualTo(life.facts());
        assertThat(again.version()).isEqualTo(life.version());
        assertThat(again.latest()).isEqualTo(life.latest());
        assertThat(life.toBytes()).hasSizeLessThan(200 + 100 * life.facts().size());
    }

    @Test
    void aResponseThatIsKnownLateOvertakesTheOneThatTheResolutionImplied() {
        IncidentLife life = recorded(raisedLife(), new ResolveIncident(ID, at(9), null));
        assertThat(life.lifecycle().respondedAt()).isEqualTo(at(9));
        life = recorded(life, new RespondToIncident(ID, at(4), null));
        assertThat(life.lifecycle().respondedAt()).isEqualTo(at(4));
        assertThat(life.lifecycle().resolvedAt()).isEqualTo(at(9));
    }

    @Test
    void anObjectionThatIsKnownLateUndoesTheClosingWithoutObjection() {
        IncidentLife life = recorded(raisedLife(), new ResolveIncident(ID, at(1), null));
        life = recorded(life, new CloseIncident(ID, at(100), null, at(1)));
        assertThat(life.lifecycle().closedAt()).isEqualTo(at(100));
        life = recorded(life, new ReopenIncident(ID, at(50), "Objection by post"));
        assertThat(life.lifecycle().state().isOpen()).isTrue();
    }

    @Test
    void theCategoryOfAPastAssessmentDoesNotReplaceALaterOne() {
        IncidentLife life =
                recorded(raisedLife(), new AssessImpact(ID, at(9), level(ImpactLevel.CRITICAL), null, null));
        life = recorded(life, new AssessImpact(ID, at(4), level(ImpactLevel.MINOR), null, null));
        assertThat(life.decisionAt(at(4)).category()).isEqualTo(Category.CATEGORY_4);
        assertThat(life.decisionAt(at(10)).category()).isEqualTo(Category.CATEGORY_1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameRecordingDecidesTheSame(long seed) {
        Random random = new Random(seed);
        IncidentLife life = recordedAsFarAsPossible(random, 20);
        for (int i = 0; i < 50; i++) {
            IncidentCommand command = anyCommand(random, at(random.nextInt(60)));
            assertThat(outcome(life, command)).isEqualTo(outcome(IncidentLife.fromBytes(life.toBytes()), command));
        }
    }

    private static Object outcome(IncidentLife life, IncidentCommand command) {
        try {
            return RULES.decide(life, command, RECORDING);
        } catch (Refusal refusal) {
            return refusal.code() + refusal.sentence() + refusal.facts();
        }
    }

    private static IncidentLife raisedLife() {
        return recorded(null, raise());
    }

    private static IncidentLife recordedAsFarAsPossible(Random random, int commands) {
        IncidentLife life = raisedLife();
        for (int i = 0; i < commands; i++) {
            try {
                life = recorded(life, anyCommand(random, at(i)));
            } catch (Refusal refused) {
                // try the next
            }
        }
        return life;
    }

    /** Commands a minute apart, each of which changes something when recorded in time. */
    private static List<IncidentCommand> possibleHistory(Random random, int length) {
        List<IncidentCommand> history = new ArrayList<>();
        IncidentLife life = raisedLife();
        while (history.size() < length) {
            IncidentCommand command = anyCommand(random, at(history.size() + 1));
            try {
                IncidentLife next = recorded(life, command);
                if (next.version() > life.version()) {
                    life = next;
                    history.add(command);
                }
            } catch (Refusal refused) {
                // try another
            }
        }
        return history;
    }

    /** The life after these in this order; empty if one was refused, or changed nothing because it seemed a repetition. */
    private static Optional<IncidentLife> recorded(List<IncidentCommand> commands) {
        IncidentLife life = raisedLife();
        for (IncidentCommand command : commands) {
            try {
                IncidentLife next = recorded(life, command);
                if (next.version() == life.version()) {
                    return Optional.empty();
                }
                life = next;
            } catch (Refusal refused) {
                return Optional.empty();
            }
        }
        return Optional.of(life);
    }

    private static IncidentLife recorded(@Nullable IncidentLife life, IncidentCommand command) {
        IncidentLife next = life;
        long sequence = life == null ? 0 : life.version() + 1;
        for (IncidentEvent event : RULES.decide(life, command, RECORDING)) {
            next = IncidentLife.evolve(next, event, sequence++);
        }
        return next;
    }

    private static IncidentCommand anyCommand(Random random, Instant at) {
        return switch (random.nextInt(19)) {
            case 0, 1 -> new AssignIncident(ID, at, "Resolver " + random.nextInt(3), null);
            case 2, 3 -> new RespondToIncident(ID, at, null);
            case 4 -> new PauseIncident(ID, at, "Waits", null);
            case 5 -> new ResumeIncident(ID, at, null);
            case 6, 7 -> new ResolveIncident(ID, at, null);
            case 8 -> new CloseIncident(ID, at, null, null);
            case 9 -> new ReopenIncident(ID, at, "Not fixed");
            case 10 -> new AssessImpact(ID, at, level(ImpactLevel.values()[random.nextInt(5)]), null, null);
            case 11 -> new CommunicateIncident(ID, at, content());
            case 12 ->
                new EscalateIncident(
                        ID,
                        at,
                        REFERENCE
                                .escalationLevels()
                                .all()
                                .get(random.nextInt(5))
                                .code(),
                        "Slow");
            case 13, 14 ->
                new DisputeCategory(ID, at, "Party " + random.nextInt(3), Category.CATEGORY_1, "Graver", "Letters");
            case 15 -> new AddDisputeEvidence(ID, at, 1 + random.nextInt(3), "DCC", "A log", null);
            case 16 -> new WithdrawDispute(ID, at, 1 + random.nextInt(3), "Settled");
            case 17 -> new RuleOnDispute(ID, at, 1 + random.nextInt(3), Category.of(1 + random.nextInt(5)), "So ruled");
            default -> new LinkIncident(ID, at, LinkType.RELATED_TO, "INC00000000000" + random.nextInt(9), null);
        };
    }
}
