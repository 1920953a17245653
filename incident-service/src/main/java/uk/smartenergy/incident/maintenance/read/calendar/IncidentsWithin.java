package uk.smartenergy.incident.maintenance.read.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.Dismissed;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetWindowIncidents;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowIncidents;
import uk.smartenergy.incident.api.maintenance.WindowIncident;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * Which Incidents have to do with a window: those that somebody linked, and those that were raised during it, or soon after, and have a service, a
 * region or the provider in common with it. What is RED is suggested for nothing but what is RED, and the other way round.
 */
public final class IncidentsWithin {
    private final Histories<MaintenanceEvent> histories;
    private final LinkedIncidents links;
    private final MaintenanceRules rules;
    private final Elsewhere elsewhere;
    private final MaintenanceCalendar calendar;

    public IncidentsWithin(
            Histories<MaintenanceEvent> histories,
            LinkedIncidents links,
            MaintenanceRules rules,
            Elsewhere elsewhere,
            MaintenanceCalendar calendar) {
        this.histories = histories;
        this.links = links;
        this.rules = rules;
        this.elsewhere = elsewhere;
        this.calendar = calendar;
    }

    @QueryHandler
    public Optional<WindowIncidents> on(GetWindowIncidents query) {
        Viewer viewer = query.viewer();
        Moment moment = query.moment();
        return calendar.on(new GetWindow(viewer, moment, query.windowId())).map(window -> {
            List<WindowIncident> linked = linked(window, viewer, moment);
            List<Dismissed> dismissed = dismissed(window, viewer, moment);
            Set<IncidentId> settled = linked.stream().map(WindowIncident::id).collect(Collectors.toSet());
            dismissed.forEach(one -> settled.add(one.incident()));
            List<WindowIncident> suggested = suggested(window, viewer, moment).stream()
                    .filter(one -> !settled.contains(one.id()))
                    .toList();
            return new WindowIncidents(window, linked, suggested, dismissed);
        });
    }

    private List<WindowIncident> linked(WindowView window, Viewer viewer, Moment moment) {
        return links.of(window.id().value(), moment).stream()
                .flatMap(link -> find(link.incident(), viewer, moment)
                        .filter(incident -> isRed(incident) == isRed(window))
                        .map(incident -> of(incident, link.at(), link.comment(), List.of()))
                        .stream())
                .toList();
    }

    private Optional<IncidentView> find(IncidentId incident, Viewer viewer, Moment moment) {
        return elsewhere.ask(new GetIncident(viewer, moment, incident)).map(found -> found.overview());
    }

    private List<Dismissed> dismissed(WindowView window, Viewer viewer, Moment moment) {
        return histories
                .find(window.id().value())
                .flatMap(history -> WindowFold.of(history, moment))
                .map(WindowFold::dismissed)
                .orElse(List.of())
                .stream()
                .filter(one -> find(one.incident(), viewer, moment).isPresent())
                .toList();
    }

    private List<WindowIncident> suggested(WindowView window, Viewer viewer, Moment moment) {
        if (window.state() == WindowState.CANCELLED) {
            return List.of();
        }
        Instant until = window.to()
                .plus(rules.on(LocalDate.ofInstant(window.from(), WorkingDays.LONDON))
                        .incidentsAfter());
        return elsewhere
                .ask(new FindIncidents(
                        viewer,
                        moment,
                        raisedBetween(window.from(), until),
                        SortBy.RAISED_AT,
                        false,
                        null,
                        Integer.MAX_VALUE))
                .items()
                .stream()
                .filter(incident -> isRed(incident) == isRed(window))
                .map(incident -> of(incident, null, null, why(window, incident)))
                .filter(incident -> !incident.why().isEmpty())
                .toList();
    }

    private static IncidentFilter raisedBetween(Instant from, Instant to) {
        return new IncidentFilter(
                Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), from,
                to, null, null, null, null);
    }

    /** Why the two may belong together; nothing if all that they have in common is the time. */
    static List<String> why(WindowView window, IncidentView incident) {
        List<String> why = new ArrayList<>();
        List<String> services =
                window.services().stream().filter(incident.services()::contains).toList();
        if (!services.isEmpty()) {
            why.add("Both affect " + String.join(", ", services) + ".");
        }
        String region = incident.region();
        if (region != null
                && !Findings.sharedRegions(window.regions(), List.of(region)).isEmpty()) {
            why.add(
                    window.regions().contains(region)
                            ? "Both are in the region " + region + "."
                            : "The window's regions are " + String.join(", ", window.regions()) + ", the Incident's is "
                                    + region + ".");
        }
        if (window.provider().equals(incident.resolver())) {
            why.add(window.provider() + " undertakes the maintenance, and is to resolve the Incident.");
        }
        if (!why.isEmpty()) {
            why.add(when(window, incident.raisedAt()));
        }
        return why;
    }

    private static String when(WindowView window, Instant raisedAt) {
        return raisedAt.isAfter(window.to())
                ? "It was raised " + Findings.words(Duration.between(window.to(), raisedAt)) + " after the window."
                : "It was raised " + Findings.words(Duration.between(window.from(), raisedAt)) + " into the window.";
    }

    private static boolean isRed(WindowView window) {
        return window.classification() == Classification.RED;
    }

    private static boolean isRed(IncidentView incident) {
        return incident.classification() == Classification.RED;
    }

    private static WindowIncident of(
            IncidentView incident, @Nullable Instant linkedAt, @Nullable String comment, List<String> why) {
        return new WindowIncident(
                incident.id(),
                incident.summary(),
                incident.category(),
                incident.state(),
                incident.raisedAt(),
                incident.resolver(),
                linkedAt,
                comment,
                why);
    }
}
