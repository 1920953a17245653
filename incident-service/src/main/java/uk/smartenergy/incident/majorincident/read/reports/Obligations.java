package uk.smartenergy.incident.majorincident.read.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.MajorIncidentReportRules;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * What is owed follows from the Incidents and is kept nowhere: an Incident that stands at Category 1 and is resolved owes both reports, counted
 * from its last resolution. So late facts, re-openings, rulings and corrections of the calendar move it by themselves.
 */
final class Obligations {
    private final Elsewhere elsewhere;
    private final Calendars calendars;
    private final MajorIncidentReportRules rules;

    Obligations(Elsewhere elsewhere, Calendars calendars, MajorIncidentReportRules rules) {
        this.elsewhere = elsewhere;
        this.calendars = calendars;
        this.rules = rules;
    }

    /** @param on the last day in time. @param at its end in Europe/London */
    record Due(LocalDate on, Instant at) {}

    /** @param since {@code null}: it is not owed */
    record Reason(@Nullable Instant since, String words) {}

    /** Incidents that owe reports, RED included: whoever asks must look who may know. */
    List<IncidentView> owing(Moment moment) {
        IncidentFilter major = new IncidentFilter(
                Set.of(IncidentState.RESOLVED, IncidentState.CLOSED),
                null,
                Set.of(Category.CATEGORY_1),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null);
        return elsewhere
                .ask(new IncidentQuery.FindIncidents(
                        Viewer.clearedService(),
                        moment,
                        major,
                        IncidentQuery.SortBy.ID,
                        false,
                        null,
                        Integer.MAX_VALUE))
                .items();
    }

    /** RED included, as above. */
    Optional<IncidentView> find(IncidentId incident, Moment moment) {
        return elsewhere
                .ask(new IncidentQuery.GetIncident(Viewer.clearedService(), moment, incident))
                .map(IncidentDetail::overview);
    }

    static boolean isOwedBy(IncidentView incident) {
        return incident.category().isMajorIncident()
                && incident.resolvedAt() != null
                && (incident.state() == IncidentState.RESOLVED || incident.state() == IncidentState.CLOSED);
    }

    MajorIncidentReportRules.Rule rule(IncidentView incident, ReportKind kind) {
        Instant resolvedAt = incident.resolvedAt();
        return rules.on(dayOf(resolvedAt == null ? incident.raisedAt() : resolvedAt), kind);
    }

    /** When the report is due; empty if it is not owed. */
    Optional<Due> due(IncidentView incident, ReportKind kind, Moment moment) {
        Instant resolvedAt = incident.resolvedAt();
        if (!isOwedBy(incident) || resolvedAt == null) {
            return Optional.empty();
        }
        LocalDate on = calendar(moment)
                .plusWorkingDays(dayOf(resolvedAt), rule(incident, kind).workingDays());
        return Optional.of(new Due(
                on, on.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant().minusNanos(1)));
    }

    int workingDaysAfter(LocalDate day, Instant at, Moment moment) {
        return calendar(moment).workingDaysAfter(day, dayOf(at));
    }

    private WorkingDays calendar(Moment moment) {
        return calendars.knownAt(moment.knownAt());
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, WorkingDays.LONDON);
    }

    /** From when on a submission counts for the last resolution: what was submitted before the Incident was re-opened does not. */
    Instant countingSince(IncidentView incident, Moment moment) {
        return timeline(incident, moment).stream()
                .map(TimelineEntry::data)
                .filter(event -> event instanceof IncidentEvent.IncidentReopened)
                .map(IncidentEvent::occurredAt)
                .reduce((earlier, later) -> later)
                .orElse(Instant.MIN);
    }

    /** Since when it is owed, and why, or why not. */
    Reason reason(IncidentView incident, Moment moment) {
        Instant resolvedAt = incident.resolvedAt();
        if (!incident.category().isMajorIncident()) {
            String number = String.valueOf(incident.category().number());
            return new Reason(null, "The Incident is of Category " + number + ruled(incident, moment));
        }
        if (!isOwedBy(incident) || resolvedAt == null) {
            return new Reason(null, "The Incident is open: nothing is owed until it is resolved");
        }
        Instant since = resolvedAt;
        String words = "Category 1, resolved at " + resolvedAt;
        if (incident.firstCategory().isMajorIncident() && incident.ruledCategory() == null) {
            return new Reason(since, words);
        }
        Category before = incident.firstCategory();
        for (TimelineEntry entry : timeline(incident, moment)) {
            Optional<Category> told = told(entry.data());
            boolean becameMajor = told.filter(Category::isMajorIncident).isPresent() && !before.isMajorIncident();
            before = told.orElse(before);
            if (becameMajor && entry.occurredAt().isAfter(resolvedAt)) {
                since = entry.occurredAt();
                words = "Resolved at " + resolvedAt + ", and "
                        + (entry.data() instanceof IncidentEvent.CategoryRuled ? "ruled" : "categorised")
                        + " Category 1 at " + since;
            }
        }
        return new Reason(since, words);
    }

    private String ruled(IncidentView incident, Moment moment) {
        return timeline(incident, moment).stream()
                .filter(entry -> entry.data() instanceof IncidentEvent.CategoryRuled)
                .reduce((earlier, later) -> later)
                .map(ruling -> ", by the ruling of " + ruling.occurredAt())
                .orElse("");
    }

    /** The category that an event told when it happened; what follows from a ruling takes effect earlier, but was told by the ruling. */
    private static Optional<Category> told(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.CategoryRuled ruling -> Optional.of(ruling.category());
            case IncidentEvent.IncidentCategorised categorised ->
                categorised.decision().basis() == CategoryDecision.Basis.RULED
                        ? Optional.empty()
                        : Optional.of(categorised.decision().category());
            default -> Optional.empty();
        };
    }

    private List<TimelineEntry> timeline(IncidentView incident, Moment moment) {
        return elsewhere
                .ask(new IncidentQuery.GetTimeline(Viewer.clearedService(), moment, incident.id()))
                .orElse(List.of());
    }
}
