package uk.smartenergy.incident.regulatory.read.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.incident.RdpIncidentReport;
import uk.smartenergy.incident.api.regulatory.ChallengeView.LeftOut;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Defect;
import uk.smartenergy.incident.api.regulatory.RegisterRow.DefectCode;
import uk.smartenergy.incident.api.regulatory.RegisterRow.OwnFigures;
import uk.smartenergy.incident.api.regulatory.RegisterRow.OwnMeasure;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.ReportFrequency;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.RdpCounts;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Elsewhere;

/** What the service's own records of Incidents say of what a report says: for the viewer who asks, at that moment, so that nothing of it is kept. */
final class OwnRecords {
    private final Elsewhere elsewhere;

    OwnRecords(Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** The own figures of the period; {@code null} if the service has none of such a report. */
    @Nullable
    OwnFigures figures(ReportDefinition report, ReportPeriod period, Viewer viewer, Moment moment) {
        if (report.frequency() != ReportFrequency.MONTHLY) {
            return null;
        }
        boolean measures = report.figures().contains(ReportDefinition.Figures.MEASURES);
        boolean rdp = report.figures().contains(ReportDefinition.Figures.RDP_INCIDENTS);
        if (!measures && !rdp) {
            return null;
        }
        List<String> links = new ArrayList<>();
        String of = "?period=" + period + "&asOf=" + moment.asOfOrNow() + "&knownAt=" + moment.knownAtOrNow();
        if (measures) {
            links.add("/api/v1/reports/performance" + of);
        }
        if (rdp) {
            links.add("/api/v1/reports/rdp-incidents" + of);
        }
        return new OwnFigures(
                moment.asOfOrNow(),
                measures ? measures(period, viewer, moment) : List.of(),
                rdp ? counts(period, viewer, moment) : null,
                links);
    }

    private List<OwnMeasure> measures(ReportPeriod period, Viewer viewer, Moment moment) {
        PerformanceReport report = elsewhere.ask(new IncidentQuery.GetPerformanceReport(viewer, moment, month(period)));
        return report.measures().stream()
                .map(one -> new OwnMeasure(one.code(), one.name(), one.percent(), one.target(), one.minimum()))
                .toList();
    }

    private RdpCounts counts(ReportPeriod period, Viewer viewer, Moment moment) {
        RdpIncidentReport report = elsewhere.ask(new IncidentQuery.GetRdpIncidentReport(viewer, moment, month(period)));
        return new RdpCounts(
                (int) report.openedAndResolvedInPeriod(),
                (int) report.unresolvedAtPeriodEnd(),
                (int) report.resolvedSince(),
                (int) report.stillOpen(),
                (int) report.stillOpenOverOneMonth());
    }

    private static YearMonth month(ReportPeriod period) {
        return YearMonth.from(period.firstDay());
    }

    /** Where the figures of a submission differ from the own ones as of when it was received. */
    List<Defect> differences(
            ReportPeriod period, Submission submission, Instant receivedAt, Viewer viewer, Moment moment) {
        if (period.frequency() != ReportFrequency.MONTHLY) {
            return List.of();
        }
        Moment then = new Moment(receivedAt, moment.knownAt(), moment.now());
        List<Defect> defects = new ArrayList<>();
        if (submission.measures().stream().anyMatch(OwnRecords::isOfTheWhole)) {
            List<OwnMeasure> own = measures(period, viewer, then);
            submission.measures().stream()
                    .filter(OwnRecords::isOfTheWhole)
                    .forEach(measure -> own.stream()
                            .filter(one -> one.code().equalsIgnoreCase(measure.code()))
                            .forEach(one -> addIfDiffers(defects, measure, one, receivedAt)));
        }
        RdpCounts counts = submission.rdpIncidents();
        if (counts != null) {
            addDifferences(defects, counts, counts(period, viewer, then), receivedAt);
        }
        return defects;
    }

    private static boolean isOfTheWhole(Measure measure) {
        return measure.code() != null
                && measure.region() == null
                && measure.provider() == null
                && measure.unit().equals("%")
                && measure.value() != null;
    }

    private static void addIfDiffers(List<Defect> defects, Measure measure, OwnMeasure own, Instant receivedAt) {
        BigDecimal said = measure.value();
        BigDecimal percent = own.percent();
        if (said != null && percent != null && differ(said, percent, BigDecimal.valueOf(own.target()))) {
            defects.add(differing(
                    own.code() + " " + own.name(),
                    FigureRules.shown(said, "%"),
                    FigureRules.shown(percent, "%"),
                    receivedAt,
                    said,
                    percent));
        }
    }

    /** A figure may be rounded to as many decimals as it was given with, but not over the Target. */
    static boolean differ(BigDecimal said, BigDecimal own, BigDecimal target) {
        int decimals = Math.min(Math.max(said.scale(), 0), own.scale());
        boolean rounded = own.setScale(decimals, RoundingMode.HALF_UP).compareTo(said) == 0 || own.compareTo(said) == 0;
        return !rounded || (said.compareTo(target) >= 0) != (own.compareTo(target) >= 0);
    }

    private static void addDifferences(List<Defect> defects, RdpCounts said, RdpCounts own, Instant receivedAt) {
        addIfDiffers(defects, "Opened and resolved", said.openedAndResolved(), own.openedAndResolved(), receivedAt);
        addIfDiffers(defects, "Open unresolved", said.openUnresolved(), own.openUnresolved(), receivedAt);
        addIfDiffers(defects, "Since resolved", said.sinceResolved(), own.sinceResolved(), receivedAt);
        addIfDiffers(defects, "Remaining", said.remaining(), own.remaining(), receivedAt);
        addIfDiffers(
                defects,
                "Remaining over one month",
                said.remainingOverOneMonth(),
                own.remainingOverOneMonth(),
                receivedAt);
    }

    private static void addIfDiffers(
            List<Defect> defects, String figure, @Nullable Integer said, @Nullable Integer own, Instant receivedAt) {
        if (said != null && own != null && !said.equals(own)) {
            defects.add(differing(
                    figure, said.toString(), own.toString(), receivedAt, new BigDecimal(said), new BigDecimal(own)));
        }
    }

    private static Defect differing(
            String figure, String said, String own, Instant receivedAt, BigDecimal submitted, BigDecimal expected) {
        return new Defect(
                DefectCode.FIGURES_DIFFER_FROM_RECORD,
                figure,
                "%s: %s was submitted; the service's own records say %s as of %s."
                        .formatted(figure, said, own, receivedAt),
                submitted,
                expected,
                false);
    }

    /** Incidents raised in the period that count as outages, and that the submission names by no reference. */
    List<LeftOut> leftOut(
            ReportPeriod period, Submission submission, Set<Category> outages, Viewer viewer, Moment moment) {
        Set<String> named = submission.incidents().stream()
                .map(reference -> reference.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return elsewhere
                .ask(new IncidentQuery.FindIncidents(
                        viewer,
                        moment,
                        IncidentFilter.raised(
                                outages, Timing.startOf(period.firstDay()), Timing.endOf(period.lastDay())),
                        IncidentQuery.SortBy.RAISED_AT,
                        false,
                        null,
                        Integer.MAX_VALUE))
                .items()
                .stream()
                .filter(incident -> !named.contains(incident.id().value()) && !isNamed(named, incident))
                .map(OwnRecords::leftOut)
                .toList();
    }

    private static boolean isNamed(Set<String> named, IncidentView incident) {
        String external = incident.externalReference();
        return external != null && named.contains(external.strip().toUpperCase(Locale.ROOT));
    }

    private static LeftOut leftOut(IncidentView incident) {
        return new LeftOut(
                incident.id(),
                incident.externalReference(),
                incident.summary(),
                incident.category(),
                incident.region(),
                incident.raisedAt(),
                incident.resolvedAt(),
                incident.classification());
    }
}
