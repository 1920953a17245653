package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentPaused;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentReopened;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResolved;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRespondedTo;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResumed;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.incident.TargetClocks;
import uk.smartenergy.incident.api.incident.TargetClocks.Cause;
import uk.smartenergy.incident.api.incident.TargetClocks.Segment;
import uk.smartenergy.incident.api.incident.TargetClocks.State;

/**
 * Tells a clock as a story of segments that tile the time from the raising until the thing was done, or the instant that is asked about. All of it is
 * measured as the target that counts at the end measures, because that is what the used time is held against.
 */
final class ClockExplanation {
    private final TargetKind kind;
    private final IncidentFold fold;
    private final Course course;
    private final List<IncidentViews.InForce> targets;
    private final Instant since;
    private final Instant until;
    private final TargetClock.WorkingTime calendar;
    private final Target target;
    private final TargetClock.Measure measure;

    /**
     * @param targets as they came into force; not empty
     * @param since from when the last of them has been in force without a change of the time itself
     */
    ClockExplanation(
            TargetKind kind,
            IncidentFold fold,
            Course course,
            List<IncidentViews.InForce> targets,
            Instant since,
            Instant until,
            TargetClock.WorkingTime calendar) {
        this.kind = kind;
        this.fold = fold;
        this.course = course;
        this.targets = targets;
        this.since = since;
        this.until = until;
        this.calendar = calendar;
        this.target = targets.getLast().target();
        this.measure = TargetClock.measure(target.days(), course.runs(), calendar);
    }

    /** A time in which nothing happened that the clock minds. */
    private record Stretch(
            Instant from, State state, @Nullable Category category, Fact began) {}

    TargetClocks.Clock clock(@Nullable Instant doneAt) {
        TargetClock.Reading reading = TargetClock.read(target, since, course.runs(), until, calendar);
        Duration used = TargetClock.used(target.days(), course.runs(), until, calendar);
        Duration rest = target.time().minus(used);
        List<Segment> segments = segments();
        CategoryDecision decided = targets.getLast().decided();
        return new TargetClocks.Clock(
                kind.apiName(),
                decided.category(),
                decided.policyVersion(),
                target.words(),
                reading.dueAt(),
                doneAt,
                reading.missed(),
                reading.missed() ? reading.dueAt() : null,
                used,
                Duration.between(fold.raisedAt(), until),
                total(segments, State.PAUSED),
                total(segments, State.OUT_OF_HOURS),
                total(segments, State.STOPPED),
                rest.isNegative() ? Duration.ZERO : rest,
                inForce(),
                segments);
    }

    private static Duration total(List<Segment> segments, State state) {
        return segments.stream()
                .filter(segment -> segment.state() == state)
                .map(segment -> Duration.between(segment.from(), segment.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<TargetClocks.InForce> inForce() {
        List<TargetClocks.InForce> told = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            IncidentViews.InForce one = targets.get(i);
            Instant to = i + 1 < targets.size() ? targets.get(i + 1).since() : until;
            told.add(new TargetClocks.InForce(
                    one.decided().category(),
                    one.decided().policyVersion(),
                    one.target().words(),
                    one.since(),
                    to,
                    cause(one.decision())));
        }
        return told;
    }

    private List<Segment> segments() {
        List<Stretch> stretches = stretches();
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Instant to = i + 1 < stretches.size() ? stretches.get(i + 1).from() : until;
            add(segments, stretches.get(i), to);
        }
        return segments;
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        Lifecycle life = Lifecycle.RAISED;
        @Nullable Category category = null;
        List<Fact> counting =
                targets.stream().map(IncidentViews.InForce::decision).toList();
        for (Fact fact : fold.facts()) {
            if (fact.occurredAt().isAfter(until)) {
                break;
            }
            life = Lives.after(life, fact);
            State state = stateOf(life);
            if (counting.contains(fact)) {
                category = IncidentViews.decisionOf(fact).category();
            }
            Stretch next = new Stretch(fact.occurredAt(), state, category, fact);
            if (stretches.isEmpty()) {
                stretches.add(next);
            } else {
                goOn(stretches, next);
            }
        }
        return stretches;
    }

    /** What began at the same instant takes the place of what was there before; what changes nothing is left out. */
    private static void goOn(List<Stretch> stretches, Stretch next) {
        Stretch now = stretches.getLast();
        boolean changes = now.state() != next.state() || now.category() != next.category();
        if (!changes) {
            return;
        }
        if (!now.from().equals(next.from())) {
            stretches.add(next);
            return;
        }
        stretches.removeLast();
        Fact began = now.state() == next.state() ? now.began() : next.began();
        Stretch merged = new Stretch(next.from(), next.state(), next.category(), began);
        boolean asBefore = !stretches.isEmpty()
                && stretches.getLast().state() == merged.state()
                && stretches.getLast().category() == merged.category();
        if (!asBefore) {
            stretches.add(merged);
        }
    }

    private static State stateOf(Lifecycle life) {
        if (Course.isRunning(life)) {
            return State.RUNNING;
        }
        return life.state() == IncidentState.PENDING ? State.PAUSED : State.STOPPED;
    }

    private void add(List<Segment> segments, Stretch stretch, Instant to) {
        if (!stretch.from().isBefore(to) && !(segments.isEmpty() && to.equals(until))) {
            return;
        }
        if (stretch.state() == State.RUNNING && target.days() == Target.Days.WORKING) {
            addDays(segments, stretch, to);
        } else {
            segments.add(segment(stretch, stretch.from(), to, stretch.state()));
        }
    }

    /** Parted at the midnights where Working Days begin or end. */
    private void addDays(List<Segment> segments, Stretch stretch, Instant to) {
        Instant from = stretch.from();
        LocalDate day = LocalDate.ofInstant(from, Age.LONDON);
        boolean working = calendar.isWorkingDay(day);
        while (true) {
            day = day.plusDays(1);
            Instant midnight = day.atStartOfDay(Age.LONDON).toInstant();
            boolean ends = !midnight.isBefore(to);
            if (ends || calendar.isWorkingDay(day) != working) {
                segments.add(
                        segment(stretch, from, ends ? to : midnight, working ? State.RUNNING : State.OUT_OF_HOURS));
                from = midnight;
                working = !working;
            }
            if (ends) {
                return;
            }
        }
    }

    private Segment segment(Stretch stretch, Instant from, Instant to, State state) {
        return new Segment(
                from,
                to,
                state,
                state == State.RUNNING ? measure.between(from, to) : Duration.ZERO,
                Objects.requireNonNullElse(stretch.category(), fold.firstCategory()),
                cause(stretch.began()));
    }

    private Cause cause(Fact fact) {
        IncidentEvent event = fact.event();
        return new Cause(
                fact.sequence(),
                event == null ? "" : event.getClass().getSimpleName(),
                fact.occurredAt(),
                fact.recordedAt(),
                reason(fact));
    }

    private @Nullable String reason(Fact fact) {
        String reason = switch (fact.event()) {
            case IncidentPaused paused -> paused.reason();
            case IncidentResumed resumed -> resumed.comment();
            case IncidentReopened reopened -> reopened.reason();
            case IncidentResolved resolved -> resolved.resolution();
            case IncidentRespondedTo responded -> responded.comment();
            case IncidentCategorised categorised -> reason(fact, categorised.decision());
            case null, default -> null;
        };
        return reason == null || reason.isEmpty() ? null : reason;
    }

    private String reason(Fact fact, CategoryDecision decision) {
        String given = decision.reason() != null ? decision.reason() : assessed(fact.sequence() - 1);
        String basis = switch (decision.basis()) {
            case POLICY -> "By policy " + decision.policyVersion();
            case DECIDED_ELSEWHERE -> "Decided elsewhere";
            case RULED -> "Ruled on a dispute";
        };
        return given == null ? basis : basis + ": " + given;
    }

    /** Why the impact was assessed anew, if that is the event. */
    private @Nullable String assessed(int sequence) {
        return fold.facts().stream()
                .filter(fact -> fact.sequence() == sequence && fact.event() instanceof ImpactAssessed)
                .map(fact -> ((ImpactAssessed) fact.event()).reason())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
