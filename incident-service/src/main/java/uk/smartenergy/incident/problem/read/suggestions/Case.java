package uk.smartenergy.incident.problem.read.suggestions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;

/**
 * What is to be known of an Incident in order to find its like.
 *
 * @param recordedAt when its raising was recorded
 * @param touchedAt when anything about it was last recorded
 * @param decisions its categories in the order in which they were recorded
 */
record Case(
        IncidentRaised raised,
        Instant recordedAt,
        Instant touchedAt,
        List<Decision> decisions,
        List<Recurrence> recurrences) {

    /** @param imported whether a history taken over from elsewhere says so */
    record Decision(Category category, Instant occurredAt, Instant recordedAt, boolean imported) {}

    /** It was said to be a recurrence of another. */
    record Recurrence(IncidentId of, Instant occurredAt, Instant recordedAt) {}

    IncidentId id() {
        return raised.incidentId();
    }

    boolean isKnown(Moment moment) {
        return moment.includes(raised.occurredAt(), recordedAt);
    }

    /** Of what it was a recurrence, as known then. */
    Stream<IncidentId> recurrences(Moment moment) {
        return recurrences.stream()
                .filter(one -> moment.includes(one.occurredAt(), one.recordedAt()))
                .map(Recurrence::of);
    }

    /** The decision from which on it has been a Major Incident; empty if it is none. */
    Optional<Decision> major(Moment moment) {
        @Nullable Decision since = null;
        for (Decision decision : decisions.stream()
                .filter(one -> moment.includes(one.occurredAt(), one.recordedAt()))
                .sorted(Comparator.comparing(Decision::occurredAt))
                .toList()) {
            if (decision.category() != Category.CATEGORY_1) {
                since = null;
            } else if (since == null) {
                since = decision;
            }
        }
        return Optional.ofNullable(since);
    }

    boolean wasEverMajor() {
        return decisions.stream().anyMatch(decision -> decision.category() == Category.CATEGORY_1);
    }

    Case with(Decision decision) {
        List<Decision> all = new ArrayList<>(decisions);
        all.add(decision);
        return new Case(raised, recordedAt, decision.recordedAt(), List.copyOf(all), recurrences);
    }

    Case with(Recurrence recurrence) {
        List<Recurrence> all = new ArrayList<>(recurrences);
        all.add(recurrence);
        return new Case(raised, recordedAt, recurrence.recordedAt(), decisions, List.copyOf(all));
    }

    Case touched(Instant at) {
        return new Case(raised, recordedAt, at, decisions, recurrences);
    }

    String text() {
        String description = raised.description();
        return description == null ? raised.summary() : raised.summary() + " " + description;
    }
}
