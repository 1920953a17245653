package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;

/**
 * A decision about a category, with the facts that it was made on.
 *
 * @param facts {@code null} if it was made elsewhere and none were given
 */
public record Decided(CategoryDecision decision, @Nullable CategorisationFacts facts, Instant recordedAt) {

    /** @param facts those of a moment, in the order in which they happened */
    static Decided lastOf(Fact[] facts) {
        for (int i = facts.length - 1; i >= 0; i--) {
            if (facts[i].event() instanceof IncidentCategorised categorised) {
                return new Decided(categorised.decision(), behind(facts, i), facts[i].recordedAt());
            }
        }
        throw new IllegalStateException("An Incident is categorised when it is raised");
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
        if (given != null || categorised.decision().basis() != CategoryDecision.Basis.POLICY || place == 0) {
            return given;
        }
        // A policy decides on what is raised or assessed, in the same commit: at the same instant, and directly before.
        return switch (facts[place - 1].event()) {
            case IncidentRaised raised
            when raised.impact() != null -> CategorisationFacts.of(raised.impact(), raised.businessProcesses());
            case ImpactAssessed assessed -> CategorisationFacts.of(assessed.impact(), assessed.businessProcesses());
            case null, default -> null;
        };
    }
}
