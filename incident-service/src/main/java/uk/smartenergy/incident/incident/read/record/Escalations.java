package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.EscalationRule;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.incident.IncidentCommand.EscalateByItself.Crossing;
import uk.smartenergy.incident.api.incident.IncidentDetail.NextEscalation;
import uk.smartenergy.incident.api.shared.Moment;

/**
 * When open Incidents escalate by themselves: as soon as so much of a target's time is used up, as the policy says by which the category was decided.
 * It asks the same clock that everybody reads.
 *
 * <ul>
 *   <li>Never while the clock stands, and not for the response once somebody has responded.
 *   <li>Each trigger once in the life of an Incident, and never to a level below the one that was reached.
 *   <li>What came long before the Incident was recorded here is history, and escalates nothing.
 * </ul>
 */
public final class Escalations {
    private static final DateTimeFormatter IN_LONDON =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.UK).withZone(Age.LONDON);

    private final ReferenceFacts reference;
    private final IncidentViews views;
    private final Duration history;

    /** @param history what came longer than this before the recording escalates nothing */
    public Escalations(ReferenceFacts reference, IncidentViews views, Duration history) {
        this.reference = reference;
        this.views = views;
        this.history = history;
    }

    private record Found(Instant at, EscalationRule rule, Category category, Target target, int rank) {
        String trigger() {
            return category.name() + " " + rule.target().apiName() + " " + rule.percent() + "%";
        }
    }

    /** When the next one comes, or came; {@link Instant#MAX}: never. Quick, because the answer is kept until something happens to the Incident. */
    public Instant nextAt(IncidentFold fold, Moment moment) {
        if (!fold.isOpen()) {
            return Instant.MAX;
        }
        Reckoning reckoning = views.reckoning(moment);
        return fold.nextEscalation(
                reckoning,
                () -> coming(fold, reckoning).stream()
                        .map(Found::at)
                        .findFirst()
                        .orElse(Instant.MAX));
    }

    /** Those that are due by then, in the order in which they came. */
    public List<Crossing> due(IncidentFold fold, Moment moment) {
        Reckoning reckoning = views.reckoning(moment);
        return coming(fold, reckoning).stream()
                .filter(found -> !found.at().isAfter(moment.asOfOrNow()))
                .map(found ->
                        new Crossing(found.at(), found.rule().level(), reason(found, fold, reckoning), found.trigger()))
                .toList();
    }

    /** The next one, if nothing else happens. */
    public Optional<NextEscalation> next(IncidentFold fold, Moment moment) {
        return coming(fold, views.reckoning(moment)).stream()
                .findFirst()
                .map(found -> new NextEscalation(
                        found.at(), found.rule().level(), found.rule().when()));
    }

    private List<Found> coming(IncidentFold fold, Reckoning reckoning) {
        if (!fold.isOpen()) {
            return List.of();
        }
        Course course = fold.course();
        Instant earliest = fold.recordedAt().minus(history);
        List<Found> crossed = new ArrayList<>();
        for (EscalationRule rule : rules(course)) {
            if (rule.target() == TargetKind.INITIAL_RESPONSE && fold.life().respondedAt() != null) {
                continue;
            }
            IncidentViews.InForce inForce = views.inForce(course, rule.target());
            Instant at = reached(inForce, rule.percent(), course, reckoning);
            if (at != null && !at.isBefore(earliest)) {
                crossed.add(new Found(
                        at, rule, inForce.decided().category(), inForce.target(), reference.rankOf(rule.level())));
            }
        }
        crossed.sort(Comparator.comparing(Found::at).thenComparing(Found::rank));
        return neverDownwards(crossed, fold);
    }

    private List<Found> neverDownwards(List<Found> crossed, IncidentFold fold) {
        int reached = fold.escalationLevel() == null ? -1 : reference.rankOf(fold.escalationLevel());
        List<Found> upwards = new ArrayList<>();
        for (Found found : crossed) {
            if (found.rank() >= reached && !fold.wasTriggered(found.trigger())) {
                upwards.add(found);
                reached = found.rank();
            }
        }
        return upwards;
    }

    private List<EscalationRule> rules(Course course) {
        Fact decision = course.decisions(TargetKind.RESOLUTION).getLast();
        CategoryDecision decided = IncidentViews.decisionOf(decision);
        return reference.escalations(
                decided.policyVersion(), decided.category(), decision.occurredAt(), course.madeAt(decision));
    }

    private static @Nullable Instant reached(
            IncidentViews.InForce inForce, int percent, Course course, Reckoning reckoning) {
        return TargetClock.reached(
                inForce.target().share(percent), inForce.since(), course.runs(), reckoning.calendar());
    }

    private String reason(Found found, IncidentFold fold, Reckoning reckoning) {
        TargetKind kind = found.rule().target();
        String target = "the Target %s of Category %d (%s)"
                .formatted(
                        kind == TargetKind.INITIAL_RESPONSE ? "Initial Response" : "Resolution",
                        found.category().number(),
                        found.target().words());
        String used = found.rule().percent() == 100
                ? "T" + target.substring(1)
                : found.rule().percent() + "% of " + target;
        Course course = fold.course();
        Instant due = reached(views.inForce(course, kind), 100, course, reckoning);
        String when = " was used up at " + IN_LONDON.format(found.at());
        if (found.rule().percent() == 100 || due == null) {
            return used + when;
        }
        return used + when + (found.rule().percent() < 100 ? "; due at " : "; it was due at ") + IN_LONDON.format(due);
    }
}
