package uk.smartenergy.incident.incident.read.rdp;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetRdpIncidentReport;
import uk.smartenergy.incident.api.incident.RdpIncidentReport.Line;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.record.ReportFigures;

/** The RDP Incident Report of a month. */
public final class RdpFigures implements ReportFigures {
    private final RdpReport report;

    public RdpFigures(RdpReport report) {
        this.report = report;
    }

    @Override
    public String report() {
        return "rdp-incidents";
    }

    @Override
    public Instant asOf(YearMonth period, Instant now) {
        return now;
    }

    @Override
    public List<Figure> of(Viewer viewer, Moment moment, YearMonth period) {
        List<Line> lines =
                report.on(new GetRdpIncidentReport(viewer, moment, period)).incidents();
        return List.of(
                figure("openedAndResolvedInPeriod", lines, Line::openedAndResolvedInPeriod),
                figure("unresolvedAtPeriodEnd", lines, Line::unresolvedAtPeriodEnd),
                figure("resolvedSince", lines, Line::resolvedSince),
                figure("stillOpen", lines, Line::stillOpen),
                figure("stillOpenOverOneMonth", lines, Line::stillOpenOverOneMonth));
    }

    private static Figure figure(String name, List<Line> lines, Predicate<Line> where) {
        return Figure.count(name, lines.stream().filter(where).map(Line::id).collect(toSet()));
    }
}
