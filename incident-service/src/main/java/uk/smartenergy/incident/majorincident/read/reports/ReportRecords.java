package uk.smartenergy.incident.majorincident.read.reports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.FindMajorIncidentReports;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetMajorIncidentReport;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportDifferences;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportDraft;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportText;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportDifferences;
import uk.smartenergy.incident.api.majorincident.ReportDraft;
import uk.smartenergy.incident.api.majorincident.ReportFilter;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportText;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Fact;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.record.History;

/** Answers what is owed and what became of it, each as somebody may know it. */
public final class ReportRecords {
    public static final String NAME = "major-incident-reports";

    private static final Comparator<MajorIncidentReportView> BY_DUE_DAY = Comparator.comparing(
                    MajorIncidentReportView::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(MajorIncidentReportView::incident)
            .thenComparing(MajorIncidentReportView::kind);

    private final Histories<MajorIncidentReportEvent> histories;
    private final Obligations obligations;
    private final Elsewhere elsewhere;
    private final ReportViews views;

    ReportRecords(Histories<MajorIncidentReportEvent> histories, Obligations obligations, Elsewhere elsewhere) {
        this.histories = histories;
        this.obligations = obligations;
        this.elsewhere = elsewhere;
        this.views = new ReportViews(obligations);
    }

    @QueryHandler
    public List<MajorIncidentReportView> on(FindMajorIncidentReports query) {
        return incidents(query.filter(), query.moment()).stream()
                .flatMap(incident -> Stream.of(ReportKind.values())
                        .flatMap(kind -> seen(query.viewer(), query.moment(), incident, kind, false).stream()))
                .map(ReportViews.Seen::overview)
                .filter(query.filter()::admits)
                .sorted(BY_DUE_DAY)
                .toList();
    }

    /** Those that owe reports, and those that have some. */
    private List<IncidentView> incidents(ReportFilter filter, Moment moment) {
        if (!filter.incidents().isEmpty()) {
            return filter.incidents().stream()
                    .flatMap(incident -> obligations.find(incident, moment).stream())
                    .toList();
        }
        Map<IncidentId, IncidentView> all = new LinkedHashMap<>();
        obligations.owing(moment).forEach(incident -> all.put(incident.id(), incident));
        histories.all().stream()
                .flatMap(history -> history.facts().stream().limit(1))
                .map(fact -> fact.event().incidentId())
                .filter(incident -> !all.containsKey(incident))
                .forEach(incident -> obligations.find(incident, moment).ifPresent(found -> all.put(incident, found)));
        return List.copyOf(all.values());
    }

    @QueryHandler
    public Optional<MajorIncidentReportDetail> on(GetMajorIncidentReport query) {
        return seen(query.viewer(), query.moment(), query.incident(), query.kind(), query.redacted())
                .map(views::detail);
    }

    @QueryHandler
    public Optional<ReportText> on(GetReportText query) {
        return seen(query.viewer(), query.moment(), query.incident(), query.kind(), query.redacted())
                .flatMap(seen -> seen.text(query.version()));
    }

    @QueryHandler
    public Optional<ReportDifferences> on(GetReportDifferences query) {
        return seen(query.viewer(), query.moment(), query.incident(), query.kind(), query.redacted())
                .flatMap(seen -> seen.differences(query.from(), query.to()));
    }

    @QueryHandler
    public Optional<ReportDraft> on(GetReportDraft query) {
        Viewer viewer = query.viewer();
        Moment moment = query.moment();
        return seen(viewer, moment, query.incident(), query.kind(), false)
                .filter(seen -> !seen.redacted())
                .flatMap(seen -> elsewhere
                        .ask(new IncidentQuery.GetIncident(viewer, moment, query.incident()))
                        .map(incident -> DraftWriter.draft(
                                query.kind(),
                                seen.overview().classification(),
                                incident,
                                elsewhere
                                        .ask(new IncidentQuery.GetTimeline(viewer, moment, query.incident()))
                                        .orElse(List.of()),
                                elsewhere.ask(new IncidentQuery.GetTargetClocks(viewer, moment, query.incident())),
                                fold(query.incident(), ReportKind.SUMMARY, moment))));
    }

    private Optional<ReportViews.Seen> seen(
            Viewer viewer, Moment moment, IncidentId incident, ReportKind kind, boolean redacted) {
        return obligations.find(incident, moment).flatMap(found -> seen(viewer, moment, found, kind, redacted));
    }

    /** A report as the viewer may know it; empty if there is none, or none for this viewer. */
    private Optional<ReportViews.Seen> seen(
            Viewer viewer, Moment moment, IncidentView incident, ReportKind kind, boolean redacted) {
        ReportFold fold = fold(incident.id(), kind, moment);
        if (fold.isEmpty() && !Obligations.isOwedBy(incident)) {
            return Optional.empty();
        }
        boolean all = maySeeAll(viewer, incident);
        boolean published = fold.lastPublication().isPresent() && incident.classification() != Classification.RED;
        if (!all && !published) {
            return Optional.empty();
        }
        return Optional.of(views.seen(
                incident,
                fold,
                standing(incident.id(), kind, moment),
                moment,
                !all,
                redactor(incident.id(), fold),
                redacted));
    }

    /** Whether nothing is kept from the viewer. Parties, also those concerned, see what is published, and nothing before the Ops Group agreed. */
    private static boolean maySeeAll(Viewer viewer, IncidentView incident) {
        return viewer.maySee(ReportViews.classification(incident), Set.of());
    }

    private ReportFold fold(IncidentId incident, ReportKind kind, Moment moment) {
        return new ReportFold(
                kind, history(incident).map(history -> history.at(moment)).orElse(List.of()));
    }

    /** As on record then, whenever it happened. */
    private long standing(IncidentId incident, ReportKind kind, Moment moment) {
        return fold(incident, kind, new Moment(null, moment.knownAt(), moment.now()))
                .standing();
    }

    private Optional<History<MajorIncidentReportEvent>> history(IncidentId incident) {
        return histories.find(MajorIncidentReportEvent.streamOf(incident));
    }

    /** What holds today holds for what is asked of the past too: nobody gets round a redaction by asking as of before it. */
    private Redactor redactor(IncidentId incident, ReportFold asked) {
        List<Fact<MajorIncidentReportEvent>> today =
                history(incident).map(History::facts).orElse(List.of());
        return new Redactor(Stream.of(ReportKind.values())
                .map(kind -> new ReportFold(kind, today))
                .flatMap(fold -> fold.versions().stream()
                        .filter(version -> version.version() == fold.versions().size()
                                || fold.isPublished(version.version())
                                || fold.kind() == asked.kind())
                        .flatMap(version -> fold.redactions(version.version()).stream()))
                .toList());
    }
}
