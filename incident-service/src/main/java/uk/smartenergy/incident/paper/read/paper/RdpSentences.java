package uk.smartenergy.incident.paper.read.paper;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetRdpIncidentReport;
import uk.smartenergy.incident.api.incident.RdpIncidentReport;
import uk.smartenergy.incident.api.incident.RdpIncidentReport.Line;
import uk.smartenergy.incident.api.paper.PaperView.Piece;
import uk.smartenergy.incident.api.paper.PaperView.Sentence;
import uk.smartenergy.incident.api.regulatory.ReportFrequency;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;

/** What the service itself knows of RDP Incidents (SEC Appendix AG 2.5.10), in the paper's words. */
final class RdpSentences {
    private RdpSentences() {}

    /** "7 Incidents opened and resolved in the month." */
    static Optional<Sentence> opened(Scope scope, Telling telling, ReportPeriod period) {
        return report(scope, period)
                .map(report -> Sentence.of(
                        figure(
                                scope,
                                telling,
                                report,
                                "openedAndResolvedInPeriod",
                                report.openedAndResolvedInPeriod(),
                                Words.grouped(report.openedAndResolvedInPeriod())
                                        + (report.openedAndResolvedInPeriod() == 1 ? " Incident" : " Incidents"),
                                Line::openedAndResolvedInPeriod),
                        Telling.plain(" opened and resolved in the month.")));
    }

    /** "Five open incidents reported unresolved. One has since been resolved. The remaining four are all now over one month old." */
    static List<Sentence> unresolved(Scope scope, Telling telling, ReportPeriod period) {
        return report(scope, period)
                .map(report -> unresolved(scope, telling, report))
                .orElse(List.of());
    }

    private static List<Sentence> unresolved(Scope scope, Telling telling, RdpIncidentReport report) {
        List<Sentence> said = new ArrayList<>();
        long open = report.unresolvedAtPeriodEnd();
        said.add(Sentence.of(
                figure(
                        scope,
                        telling,
                        report,
                        "unresolvedAtPeriodEnd",
                        open,
                        Words.capital(Words.count(open, "open incident", "open incidents")),
                        Line::unresolvedAtPeriodEnd),
                Telling.plain(" reported unresolved.")));
        if (open == 0) {
            return said;
        }
        long since = report.resolvedSince();
        said.add(Sentence.of(
                figure(
                        scope,
                        telling,
                        report,
                        "resolvedSince",
                        since,
                        Words.capital(since == 0 ? "none" : Words.number(since)),
                        Line::resolvedSince),
                Telling.plain(" " + Words.has(since) + " since been resolved.")));
        remaining(scope, telling, report, said);
        return said;
    }

    private static void remaining(Scope scope, Telling telling, RdpIncidentReport report, List<Sentence> said) {
        long still = report.stillOpen();
        long old = report.stillOpenOverOneMonth();
        Piece remaining = figure(
                scope,
                telling,
                report,
                "stillOpen",
                still,
                still == 1 ? "remaining one" : "remaining " + Words.number(still),
                Line::stillOpen);
        Piece over = figure(
                scope,
                telling,
                report,
                "stillOpenOverOneMonth",
                old,
                still == old ? (still == 1 ? "is" : "are all") : Words.number(old),
                Line::stillOpenOverOneMonth);
        if (still == 0) {
            return;
        }
        said.add(
                still == old
                        ? Sentence.of(
                                Telling.plain("The "),
                                remaining,
                                Telling.plain(" "),
                                over,
                                Telling.plain(" now over one month old."))
                        : Sentence.of(
                                Telling.plain("Of the "),
                                remaining,
                                Telling.plain(", "),
                                over,
                                Telling.plain(" " + Words.is(old) + " now over one month old.")));
    }

    private static Piece figure(
            Scope scope,
            Telling telling,
            RdpIncidentReport report,
            String name,
            long value,
            String shown,
            Predicate<Line> where) {
        return telling.count(
                "dcc-reporting.RDP." + report.period() + "." + name,
                value,
                shown,
                scope.sources().at("/reports/rdp-incidents", "period", report.period()),
                report.incidents().stream()
                        .filter(where)
                        .map(line -> line.id().value())
                        .collect(Collectors.toSet()));
    }

    private static Optional<RdpIncidentReport> report(Scope scope, ReportPeriod period) {
        return period.frequency() == ReportFrequency.MONTHLY
                ? Optional.of(scope.ask(
                        new GetRdpIncidentReport(scope.viewer(), scope.moment(), YearMonth.parse(period.value()))))
                : Optional.empty();
    }
}
