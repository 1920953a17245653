package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.Lifecycle;

/**
 * What the clocks of an Incident need to know of its life.
 *
 * @param runs when its clock ran: while open and not pending
 * @param decisions the categorisations as they happened
 * @param beforeResponse how many of them came before the first response, after which the response's target does not change
 * @param beforeResolution how many of them came before the resolution that stands
 */
record Course(List<Span> runs, List<Fact> decisions, int beforeResponse, int beforeResolution) {

    /** @param facts in the order in which they happened */
    static Course of(Fact[] facts) {
        List<Span> runs = new ArrayList<>(2);
        List<Fact> decisions = new ArrayList<>(2);
        int beforeResponse = -1;
        int beforeResolution = -1;
        Lifecycle life = Lifecycle.RAISED;
        @Nullable Instant from = null;
        for (Fact fact : facts) {
            life = Lives.after(life, fact);
            if (fact.event() instanceof IncidentCategorised) {
                decisions.add(fact);
            }
            beforeResponse = beforeResponse < 0 && life.respondedAt() != null ? decisions.size() : beforeResponse;
            if (life.state().isOpen()) {
                beforeResolution = -1;
            } else if (beforeResolution < 0) {
                beforeResolution = decisions.size();
            }
            boolean running = isRunning(life);
            if (running && from == null) {
                from = fact.occurredAt();
            } else if (!running && from != null) {
                runs.add(new Span(from, fact.occurredAt()));
                from = null;
            }
        }
        if (from != null) {
            runs.add(new Span(from, null));
        }
        return new Course(
                runs,
                decisions,
                beforeResponse < 0 ? decisions.size() : beforeResponse,
                beforeResolution < 0 ? decisions.size() : beforeResolution);
    }

    static boolean isRunning(Lifecycle life) {
        return life.state().isOpen() && life.state() != IncidentState.PENDING;
    }

    /** When a decision was recorded; of a ruling, when that one was which it rules on. */
    Instant madeAt(Fact decision) {
        return Decided.madeAt(decisions, decision);
    }

    /**
     * The categorisations that count for a target, each from its instant until the next one's. What was overtaken at the same instant, such as by a
     * ruling, never was in force.
     */
    List<Fact> decisions(TargetKind kind) {
        List<Fact> counting =
                decisions.subList(0, kind == TargetKind.INITIAL_RESPONSE ? beforeResponse : beforeResolution);
        if (counting.size() < 2) {
            return counting;
        }
        List<Fact> inForce = new ArrayList<>(counting.size());
        for (Fact decision : counting) {
            if (!inForce.isEmpty() && inForce.getLast().occurredAt().equals(decision.occurredAt())) {
                inForce.removeLast();
            }
            inForce.add(decision);
        }
        return inForce;
    }
}
