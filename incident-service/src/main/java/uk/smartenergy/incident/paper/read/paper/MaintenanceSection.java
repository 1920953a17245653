package uk.smartenergy.incident.paper.read.paper;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView;
import uk.smartenergy.incident.api.maintenance.Finding;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth.HoursUsed;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetMaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperView.Piece;
import uk.smartenergy.incident.api.paper.PaperView.Row;
import uk.smartenergy.incident.api.paper.PaperView.Section;
import uk.smartenergy.incident.api.paper.PaperView.Sentence;
import uk.smartenergy.incident.api.paper.PaperView.Table;

/** The consolidated view of all Planned Maintenance that members of the Ops Group asked for, and what is asked of the Panel. */
final class MaintenanceSection {
    private static final String PATH = "/planned-maintenance";

    private final Scope scope;
    private final MaintenanceMonth month;
    private final Telling telling = new Telling();

    private MaintenanceSection(Scope scope, MaintenanceMonth month) {
        this.scope = scope;
        this.month = month;
    }

    static Section of(Scope scope) {
        return new MaintenanceSection(
                        scope, scope.ask(new GetMaintenanceMonth(scope.viewer(), scope.moment(), scope.month())))
                .section();
    }

    private Section section() {
        long providers =
                month.windows().stream().map(WindowView::provider).distinct().count();
        Piece windows = telling.count(
                "planned-maintenance.windows",
                month.windows().size(),
                Words.capital(Words.count(month.windows().size(), "window", "windows")),
                scope.sources().at(PATH, "month", scope.month().toString()),
                month.windows().stream().map(window -> window.id().value()).toList());
        telling.say(
                windows,
                Telling.plain(" of Planned Maintenance "
                        + Words.was(month.windows().size()) + " scheduled for "
                        + Words.month(scope.month())
                        + (month.windows().isEmpty()
                                ? "."
                                : " by " + Words.count(providers, "service provider", "service providers") + ".")));
        month.hours().stream().filter(HoursUsed::exceeded).forEach(this::exceeded);
        month.findings().stream().filter(found -> found.count() > 0).forEach(this::found);
        month.exceptionRequests().forEach(this::request);
        return telling.section(PaperSection.PLANNED_MAINTENANCE, PaperSection.PLANNED_MAINTENANCE.heading(), table());
    }

    private void exceeded(HoursUsed hours) {
        telling.say(
                telling.count(
                        "planned-maintenance.hours." + hours.group(),
                        hours.countedMinutes(),
                        Words.hours(hours.countedMinutes()),
                        scope.sources().at(PATH, "month", scope.month().toString()),
                        hours.windows().stream().map(Object::toString).toList()),
                Telling.plain(
                        " of " + hours.group() + " against a limit of " + Words.hours(hours.limitMinutes()) + "."));
    }

    private void found(MaintenanceMonth.FindingCount found) {
        String what = switch (found.code()) {
            case OUTSIDE_PERMITTED_HOURS -> " in part outside the permitted hours";
            case MONTHLY_HOURS_EXCEEDED -> " in a month whose hours are exceeded";
            case NOTICE_TOO_SHORT -> " scheduled with too short a notice";
            case OVERLAPS -> " at the same time as another";
        };
        telling.say(
                telling.count(
                        "planned-maintenance." + found.code().name(),
                        found.count(),
                        Words.capital(Words.count(found.count(), "window", "windows")),
                        scope.sources()
                                .at(
                                        PATH,
                                        "month",
                                        scope.month().toString(),
                                        "finding",
                                        found.code().name()),
                        found.windows().stream().map(Object::toString).toList()),
                Telling.plain(" " + Words.was(found.count()) + what
                        + (found.excepted() == 0
                                ? "."
                                : ", of which the Panel excepted " + Words.number(found.excepted()) + ".")));
    }

    private void request(ExceptionRequestView request) {
        WindowView window = month.windows().stream()
                .filter(one -> one.id().equals(request.window()))
                .findFirst()
                .orElse(null);
        boolean named = window != null && scope.mayName(window.classification());
        String views = request.views().isEmpty()
                ? "The Chair asks for any material views from the Ops Group to feed into the Panel decision."
                : Words.capital(Words.count(request.views().size(), "view was", "views were")) + " given.";
        telling.say(
                telling.figure(
                        "planned-maintenance.request." + request.window() + "." + request.number(),
                        null,
                        "A Temporary Planned Maintenance request",
                        scope.sources()
                                .of("planned-maintenance", request.window().value()),
                        List.of(request.window().value())),
                Telling.plain((named && window != null ? " for " + described(window) : "") + " was made on "
                        + Words.day(request.requestedAt()) + ". " + views + " " + decision(request)));
    }

    private static String described(WindowView window) {
        return "‘" + window.activity() + "’ of " + window.provider();
    }

    private static String decision(ExceptionRequestView request) {
        return switch (request.state()) {
            case OPEN -> "The Panel has not decided.";
            case GRANTED -> "The Panel granted it.";
            case REFUSED -> "The Panel refused it.";
            case WITHDRAWN -> "It was withdrawn.";
        };
    }

    private @Nullable Table table() {
        List<Row> rows = month.windows().stream()
                .filter(window -> scope.mayName(window.classification()))
                .map(this::row)
                .toList();
        return rows.isEmpty()
                ? null
                : new Table(
                        "All Planned Maintenance of " + Words.month(scope.month()),
                        List.of("Service provider", "Activity", "When", "Findings"),
                        rows);
    }

    private Row row(WindowView window) {
        String findings = window.findings().stream().map(Finding::sentence).collect(Collectors.joining(" "));
        return new Row(
                window.id().value(),
                List.of(
                        List.of(Sentence.of(window.provider())),
                        List.of(
                                Sentence.of(new Piece(
                                        window.activity(),
                                        scope.sources()
                                                .of(
                                                        "planned-maintenance",
                                                        window.id().value()))),
                                Sentence.of(String.join(", ", window.services()) + "; "
                                        + String.join(", ", window.regions()))),
                        List.of(Sentence.of(Words.time(window.from()) + " to " + Words.time(window.to()))),
                        List.of(Sentence.of(findings.isEmpty() ? "None" : findings))));
    }
}
