package uk.smartenergy.incident.incident.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.FindMajorIncidentReports;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetMajorIncidentReport;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportDifferences;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportDraft;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportText;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportDifferences;
import uk.smartenergy.incident.api.majorincident.ReportDraft;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportText;
import uk.smartenergy.incident.api.shared.Classification;

/** Says of every Incident that there is that it owes both reports, and that a version of each is submitted. */
final class FakeReports {
    private FakeReports() {}

    static Object answer(MajorIncidentReportQuery<?> query, Set<IncidentId> incidents) {
        return switch (query) {
            case FindMajorIncidentReports find ->
                incidents.stream().map(id -> view(id, ReportKind.SUMMARY)).toList();
            case GetMajorIncidentReport get -> there(incidents, get.incident()).map(id -> detail(id, get.kind()));
            case GetReportText get -> there(incidents, get.incident()).map(id -> text(id, get.kind()));
            case GetReportDraft get ->
                there(incidents, get.incident())
                        .map(id ->
                                new ReportDraft(id, get.kind(), Classification.AMBER, List.of(), List.of(), List.of()));
            case GetReportDifferences get ->
                there(incidents, get.incident())
                        .map(id -> new ReportDifferences(
                                id, get.kind(), Classification.AMBER, 1, 1, List.of(), List.of()));
        };
    }

    private static Optional<IncidentId> there(Set<IncidentId> incidents, IncidentId incident) {
        return Optional.of(incident).filter(incidents::contains);
    }

    private static MajorIncidentReportView view(IncidentId id, ReportKind kind) {
        return new MajorIncidentReportView(
                id,
                null,
                "Joins time out",
                kind,
                MajorIncidentReportState.SUBMITTED,
                true,
                RecordingMessages.THEN,
                LocalDate.parse("2018-10-03"),
                RecordingMessages.THEN,
                RecordingMessages.THEN,
                false,
                null,
                "On time",
                null,
                null,
                null,
                1,
                0,
                0,
                Classification.AMBER,
                7);
    }

    private static ReportText text(IncidentId id, ReportKind kind) {
        return new ReportText(
                id,
                kind,
                "Summary Report on " + id,
                Classification.AMBER,
                false,
                1,
                RecordingMessages.THEN,
                "ada",
                null,
                Map.of("nature", "Joins timed out"),
                List.of());
    }

    private static MajorIncidentReportDetail detail(IncidentId id, ReportKind kind) {
        return new MajorIncidentReportDetail(
                view(id, kind),
                RecordingMessages.THEN,
                "Category 1",
                new MajorIncidentReportDetail.Rule("H9", 2, List.of("nature"), "default"),
                text(id, kind),
                List.of(new MajorIncidentReportDetail.Version(
                        1,
                        RecordingMessages.THEN,
                        RecordingMessages.THEN,
                        "ada",
                        null,
                        Classification.AMBER,
                        0,
                        true,
                        false,
                        false,
                        List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
