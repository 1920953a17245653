package uk.smartenergy.incident.problem.read.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemDetail;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemState;
import uk.smartenergy.incident.api.problem.ProblemView;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.record.Fact;
import uk.smartenergy.incident.platform.record.History;

/** A Problem as of, and as known at, one moment. What depends on the present is said when it is asked for. */
public final class ProblemFold {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ProblemOpened opened;
    private final long version;
    private final Instant recordedAt;
    private final Map<IncidentId, ProblemDetail.Link> links = new LinkedHashMap<>();
    private final List<ProblemView.Slip> slips = new ArrayList<>();
    private final List<ProblemDetail.Assignment> assignments = new ArrayList<>();
    private final List<ProblemDetail.Note> notes = new ArrayList<>();
    private final List<ProblemDetail.Closure> closures = new ArrayList<>();
    private ProblemPriority priority;
    private @Nullable String owner;
    private @Nullable String rootCause;
    private @Nullable String workaround;
    private @Nullable FixPlanned fix;
    private @Nullable LocalDate targetDate;
    private @Nullable Instant closedAt;

    /** Something that links an Incident, or takes it off again. @param link {@code null}: it is taken off */
    private record LinkFact(Instant at, IncidentId incident, ProblemDetail.@Nullable Link link) {}

    private ProblemFold(ProblemOpened opened, long version, Instant recordedAt) {
        this.opened = opened;
        this.version = version;
        this.recordedAt = recordedAt;
        this.priority = opened.priority();
    }

    /** Empty if it had not been opened then, or that was not known. */
    static Optional<ProblemFold> of(
            History<ProblemEvent> history, List<LinksFromIncidents.Link> fromIncidents, Moment moment) {
        List<Fact<ProblemEvent>> facts = history.at(moment);
        return facts.stream()
                .filter(fact -> fact.event() instanceof ProblemOpened)
                .findFirst()
                .map(fact -> {
                    ProblemFold fold =
                            new ProblemFold((ProblemOpened) fact.event(), history.version(moment), fact.recordedAt());
                    facts.forEach(fold::take);
                    fold.link(facts, fromIncidents, moment);
                    return fold;
                });
    }

    private void take(Fact<ProblemEvent> fact) {
        switch (fact.event()) {
            case ProblemOpened first -> {}
            case IncidentLinkedToProblem linked -> {}
            case IncidentRemovedFromProblem removed -> {}
            case ProblemAssigned assigned -> {
                owner = assigned.owner();
                assignments.add(new ProblemDetail.Assignment(
                        assigned.owner(), assigned.reason(), fact.actor(), assigned.occurredAt()));
            }
            case RootCauseStated stated -> rootCause = stated.rootCause();
            case WorkaroundStated stated -> workaround = stated.workaround();
            case ProblemPrioritised prioritised -> priority = prioritised.priority();
            case TargetDateSet set -> target(set, fact.actor());
            case FixPlanned planned -> fix = planned;
            case ProblemNoted noted ->
                notes.add(new ProblemDetail.Note(noted.text(), fact.actor(), noted.occurredAt()));
            case ProblemClosed closed -> {
                closedAt = closed.occurredAt();
                closures.add(new ProblemDetail.Closure(closed.occurredAt(), closed.reason(), fact.actor(), null, null));
            }
            case ProblemReopened reopened -> reopen(reopened);
        }
    }

    private void target(TargetDateSet set, @Nullable String by) {
        LocalDate from = targetDate;
        LocalDate to = set.targetDate();
        if (from != null && (to == null || to.isAfter(from))) {
            Long days = to == null ? null : ChronoUnit.DAYS.between(from, to);
            slips.add(new ProblemView.Slip(from, to, days, set.reason(), by, set.occurredAt()));
        }
        targetDate = to;
    }

    private void reopen(ProblemReopened reopened) {
        closedAt = null;
        if (!closures.isEmpty()) {
            ProblemDetail.Closure last = closures.removeLast();
            closures.add(new ProblemDetail.Closure(
                    last.at(), last.reason(), last.by(), reopened.occurredAt(), reopened.reason()));
        }
    }

    private void link(List<Fact<ProblemEvent>> facts, List<LinksFromIncidents.Link> fromIncidents, Moment moment) {
        List<LinkFact> all = new ArrayList<>();
        for (Fact<ProblemEvent> fact : facts) {
            switch (fact.event()) {
                case IncidentLinkedToProblem linked ->
                    all.add(new LinkFact(
                            linked.occurredAt(),
                            linked.incident(),
                            new ProblemDetail.Link(linked.incident(), linked.comment(), linked.occurredAt(), false)));
                case IncidentRemovedFromProblem removed ->
                    all.add(new LinkFact(removed.occurredAt(), removed.incident(), null));
                default -> {}
            }
        }
        fromIncidents.stream()
                .filter(link -> moment.includes(link.occurredAt(), link.recordedAt()))
                .filter(link -> link.incident().isDrawn() == id().isDrawn())
                .forEach(link -> all.add(new LinkFact(
                        link.occurredAt(),
                        link.incident(),
                        new ProblemDetail.Link(link.incident(), link.comment(), link.occurredAt(), true))));
        all.sort(Comparator.comparing(LinkFact::at));
        for (LinkFact fact : all) {
            if (fact.link() == null) {
                links.remove(fact.incident());
            } else {
                links.putIfAbsent(fact.incident(), fact.link());
            }
        }
    }

    public ProblemId id() {
        return opened.problemId();
    }

    public ProblemOpened opened() {
        return opened;
    }

    public ProblemPriority priority() {
        return priority;
    }

    public @Nullable String owner() {
        return owner;
    }

    public @Nullable String rootCause() {
        return rootCause;
    }

    public @Nullable String workaround() {
        return workaround;
    }

    public @Nullable LocalDate targetDate() {
        return targetDate;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public List<ProblemView.Slip> slips() {
        return slips;
    }

    /** All that are linked, whoever may see them. */
    public Iterable<IncidentId> incidents() {
        return links.keySet();
    }

    public boolean names(IncidentId incident) {
        return links.containsKey(incident);
    }

    public ProblemState state() {
        return closedAt != null
                ? ProblemState.CLOSED
                : workaround != null ? ProblemState.KNOWN_ERROR : ProblemState.OPEN;
    }

    /** Whether it is open and the day by which it was to be closed is over. */
    public boolean isOverdue(Moment moment) {
        LocalDate due = targetDate;
        return closedAt == null
                && due != null
                && moment.asOfOrNow().atZone(LONDON).toLocalDate().isAfter(due);
    }

    /** Whether this text, in lower case, is found in it. */
    boolean says(String text) {
        return java.util.stream.Stream.of(
                        id().value(), opened.title(), opened.description(), opened.symptoms(), rootCause, workaround)
                .filter(Objects::nonNull)
                .anyMatch(one -> one.toLowerCase(java.util.Locale.ROOT).contains(text));
    }

    /** @param visible which Incidents the viewer may see */
    public ProblemView view(Moment moment, Predicate<IncidentId> visible) {
        FixPlanned planned = fix;
        return new ProblemView(
                id(),
                version,
                opened.title(),
                state(),
                opened.reason(),
                priority,
                owner,
                opened.services(),
                opened.regions(),
                opened.businessProcesses(),
                links.keySet().stream().filter(visible).toList(),
                rootCause,
                workaround,
                planned == null ? null : planned.fixReference(),
                planned == null ? null : planned.plannedFor(),
                opened.classification(),
                opened.occurredAt(),
                recordedAt,
                targetDate,
                slips,
                closedAt,
                isOverdue(moment));
    }

    public ProblemDetail detail(Moment moment, Predicate<IncidentId> visible) {
        return new ProblemDetail(
                view(moment, visible),
                opened.description(),
                opened.symptoms(),
                opened.suggestion(),
                links.values().stream()
                        .filter(link -> visible.test(link.incident()))
                        .toList(),
                assignments,
                notes,
                closures);
    }
}
