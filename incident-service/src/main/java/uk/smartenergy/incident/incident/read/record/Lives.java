package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.Lifecycle;

/** Walks through the lives of Incidents. */
final class Lives {
    private Lives() {}

    /** The life after a fact. What cannot follow changes nothing; the deciding side never lets it be recorded. */
    static Lifecycle after(Lifecycle life, Fact fact) {
        return fact.event() == null ? life : life.after(fact.event()).orElse(life);
    }

    /** When the state was one of these. */
    static List<Span> spans(Fact[] facts, Predicate<IncidentState> wanted) {
        List<Span> spans = new ArrayList<>(2);
        Lifecycle life = Lifecycle.RAISED;
        @Nullable Instant from = null;
        for (Fact fact : facts) {
            life = after(life, fact);
            boolean in = wanted.test(life.state());
            if (in && from == null) {
                from = fact.occurredAt();
            } else if (!in && from != null) {
                spans.add(new Span(from, fact.occurredAt()));
                from = null;
            }
        }
        if (from != null) {
            spans.add(new Span(from, null));
        }
        return spans;
    }
}
