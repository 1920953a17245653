package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;

/**
 * A decision about a category, with the facts that it was made on, or that stood when it was made elsewhere.
 *
 * @param facts {@code null} if it was made elsewhere and no impact had been assessed by then
 * @param recordedAt of a ruling, when that decision was recorded which it rules on: it keeps the policy as it was then
 */
public record Decided(CategoryDecision decision, @Nullable CategorisationFacts facts, Instant recordedAt) {

    /** @param facts those of a moment, in the order in which they happened */
    static Decided lastOf(Fact[] facts) {
        for (int i = facts.length - 1; i >= 0; i--) {
            if (facts[i].event() instanceof IncidentCategorised categorised) {
                return new Decided(categorised.decision(), behind(facts, i), madeAt(Arrays.asList(facts), facts[i]));
            }
        }
        throw new IllegalStateException("An Incident is categorised when it is raised");
    }

    /**
     * When a decision was recorded; of a ruling, when that one was which it rules on, and whose policy it keeps as it was.
     *
     * @param facts in the order in which they happened, that decision among them
     */
    static Instant madeAt(List<Fact> facts, Fact decision) {
        if (!isRuling(decision)) {
            return decision.recordedAt();
        }
        Instant made = decision.recordedAt();
        for (Fact fact : facts) {
            if (fact == decision) {
                break;
            }
            made = fact.event() instanceof IncidentCategorised && !isRuling(fact) ? fact.recordedAt() : made;
        }
        return made;
    }

    private static boolean isRuling(Fact fact) {
        return fact.event() instanceof IncidentCategorised categorised
                && categorised.decision().basis() == CategoryDecision.Basis.RULED;
    }

    /** The same facts with every decision that has facts made again. */
    static Fact[] again(Fact[] facts, Function<CategorisationFacts, CategoryDecision> decide) {
        Fact[] again = facts.clone();
        for (int i = 0; i < facts.length; i++) {
            CategorisationFacts behind = behind(facts, i);
            if (behind != null && facts[i].event() instanceof IncidentCategorised categorised) {
                Fact fact = facts[i];
                again[i] = new Fact(
                        fact.sequence(),
                        fact.occurredAt(),
                        fact.recordedAt(),
                        new IncidentCategorised(categorised.incidentId(), fact.occurredAt(), decide.apply(behind)));
            }
        }
        return again;
    }

    /** What was decided on; {@code null} if this is no decision, or none is known. */
    private static @Nullable CategorisationFacts behind(Fact[] facts, int place) {
        if (!(facts[place].event() instanceof IncidentCategorised categorised)) {
            return null;
        }
        CategorisationFacts given = categorised.decision().facts();
        if (given != null || place == 0) {
            return given;
        }
        return switch (categorised.decision().basis()) {
            // A policy decides on what is raised or assessed, in the same commit: at the same instant, and directly
            // before.
            case POLICY -> assessed(facts[place - 1]);
            case DECIDED_ELSEWHERE -> standing(facts, place);
            // They are frozen, and there were none.
            case RULED -> null;
        };
    }

    /** As assessed last before a place; {@code null} if never. */
    private static @Nullable CategorisationFacts standing(Fact[] facts, int place) {
        for (int i = place - 1; i >= 0; i--) {
            CategorisationFacts assessed = assessed(facts[i]);
            if (assessed != null) {
                return assessed;
            }
        }
        return null;
    }

    private static @Nullable CategorisationFacts assessed(Fact fact) {
        return switch (fact.event()) {
            case IncidentRaised raised
            when raised.impact() != null -> CategorisationFacts.of(raised.impact(), raised.businessProcesses());
            case ImpactAssessed assessed -> CategorisationFacts.of(assessed.impact(), assessed.businessProcesses());
            case null, default -> null;
        };
    }
}
