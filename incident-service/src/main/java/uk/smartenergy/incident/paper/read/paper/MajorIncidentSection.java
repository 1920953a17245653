package uk.smartenergy.incident.paper.read.paper;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.FindMajorIncidentReports;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportFilter;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperView.Piece;
import uk.smartenergy.incident.api.paper.PaperView.Section;

/**
 * The Major Incident reports that the Ops Group has before it, or agreed or published in the month, and those that are owed. An Incident is named if
 * its own classification allows it; what its report says is not told.
 */
final class MajorIncidentSection {
    private final Scope scope;
    private final Telling telling = new Telling();

    private MajorIncidentSection(Scope scope) {
        this.scope = scope;
    }

    static Section of(Scope scope) {
        MajorIncidentSection section = new MajorIncidentSection(scope);
        section.tell(scope.ask(new FindMajorIncidentReports(scope.viewer(), scope.moment(), ReportFilter.all())));
        return section.telling.section(PaperSection.MAJOR_INCIDENT);
    }

    private void tell(List<MajorIncidentReportView> reports) {
        List<MajorIncidentReportView> before =
                reports.stream().filter(this::isBefore).toList();
        before.forEach(this::considered);
        if (before.isEmpty()) {
            telling.say("The Ops Group had no Major Incident report before it.");
        }
        owed(
                "owed",
                reports,
                one -> one.owed() && one.submittedAt() == null && !one.isOverdue(),
                "false",
                " owed and not yet due");
        owed("overdue", reports, MajorIncidentReportView::isOverdue, "true", " overdue");
    }

    private boolean isBefore(MajorIncidentReportView report) {
        return report.isAwaitingAgreement() || inMonth(report.agreedAt()) || inMonth(report.publishedAt());
    }

    private boolean inMonth(@Nullable Instant at) {
        return at != null && !YearMonth.from(at.atZone(Scope.LONDON)).isBefore(scope.month());
    }

    private void considered(MajorIncidentReportView report) {
        String name = "major-incident." + report.incident() + "." + report.kind();
        boolean named = scope.ask(new GetIncident(scope.viewer(), scope.moment(), report.incident()))
                .filter(detail -> scope.mayName(detail.overview().classification()))
                .isPresent();
        String external = report.externalReference();
        String of = named
                ? " for " + (external == null ? report.incident().value() : external) + " ‘" + report.summary() + "’"
                : " of a Major Incident that is not named at this classification";
        Piece feedback = figure(
                name + ".feedback",
                report,
                report.feedbackCount(),
                Words.count(report.feedbackCount(), "comment", "comments"));
        Piece requests = figure(
                name + ".openAmendmentRequests",
                report,
                report.openAmendmentRequests(),
                Words.count(report.openAmendmentRequests(), "amendment", "amendments"));
        Piece what = new Piece("Major Incident " + report.kind().title(), source(report));
        telling.say(Telling.plain("The Ops Group considered the "), what, Telling.plain(of + "."));
        telling.figure(
                name + ".state",
                null,
                words(report.state()),
                source(report),
                List.of(report.incident().value()));
        if (report.isAwaitingAgreement()) {
            telling.say(
                    Telling.plain("The Ops Group provided feedback to the DCC ("),
                    feedback,
                    Telling.plain(") and requested that "),
                    requests,
                    Telling.plain(
                            " be made prior to agreeing to publish to all SEC Parties the Review and Summary reports for this Incident."));
        } else {
            telling.say(Words.capital(words(report.state())) + ".");
        }
    }

    private static String words(MajorIncidentReportState state) {
        return switch (state) {
            case OWED -> "it is owed";
            case LATE -> "it is overdue";
            case DRAFTED -> "it is being written";
            case SUBMITTED -> "it was submitted";
            case UNDER_REVIEW -> "it is under review";
            case AMENDMENTS_REQUESTED -> "amendments were requested";
            case AGREED -> "the Ops Group agreed it";
            case PUBLISHED -> "it was published to all SEC Parties";
        };
    }

    private void owed(
            String name,
            List<MajorIncidentReportView> reports,
            Predicate<MajorIncidentReportView> which,
            String late,
            String words) {
        List<MajorIncidentReportView> some = reports.stream().filter(which).toList();
        Piece count = telling.count(
                "major-incident." + name,
                some.size(),
                Words.capital(Words.count(some.size(), "Major Incident report is", "Major Incident reports are")),
                scope.sources()
                        .at("/major-incident-reports", "state", "OWED,LATE,DRAFTED", "owed", "true", "late", late),
                some.stream().map(one -> one.incident().value()).distinct().toList());
        if (!some.isEmpty()) {
            telling.say(count, Telling.plain(words + "."));
        }
    }

    private Piece figure(String name, MajorIncidentReportView report, long value, String shown) {
        return telling.count(
                name, value, shown, source(report), List.of(report.incident().value()));
    }

    private String source(MajorIncidentReportView report) {
        return scope.sources().of("major-incident-reports", report.incident() + "/" + report.kind());
    }
}
