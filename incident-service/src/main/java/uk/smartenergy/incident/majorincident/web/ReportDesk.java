package uk.smartenergy.incident.majorincident.web;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/** What all endpoints about Major Incident reports share: which report is meant, sending, and showing how it stands after it. */
final class ReportDesk {
    private final Messages messages;
    private final Sender sender;

    ReportDesk(Messages messages, Sender sender) {
        this.messages = messages;
        this.sender = sender;
    }

    /** Which report a path names. */
    record Named(IncidentId incident, ReportKind kind) {
        String path() {
            return "/api/v1/major-incident-reports/" + incident + "/" + kind;
        }
    }

    static Named named(String id, String kind) {
        return new Named(
                incident(id),
                switch (kind.toUpperCase(Locale.ROOT)) {
                    case "SUMMARY" -> ReportKind.SUMMARY;
                    case "REVIEW" -> ReportKind.REVIEW;
                    default -> throw notFound(id);
                });
    }

    static IncidentId incident(String id) {
        if (!IncidentId.isValid(id)) {
            throw notFound(id);
        }
        return new IncidentId(id);
    }

    static Problem notFound(String id) {
        return Problem.of(
                404,
                "MAJOR_INCIDENT_REPORT_NOT_FOUND",
                IncidentId.isValid(id) ? "There is no such report on " + id : "There is no such report");
    }

    Optional<MajorIncidentReportDetail> find(Viewer viewer, Moment moment, Named report, boolean redacted) {
        return messages.ask(new MajorIncidentReportQuery.GetMajorIncidentReport(
                viewer, moment, report.incident(), report.kind(), redacted));
    }

    MajorIncidentReportDetail get(Viewer viewer, Moment moment, Named report, boolean redacted) {
        return find(viewer, moment, report, redacted)
                .orElseThrow(() -> notFound(report.incident().value()));
    }

    /** The report that a command is about, as it stands. */
    MajorIncidentReportDetail get(Asker asker, Named report) {
        return get(asker.viewer(), Moment.present(asker.now()), report, false);
    }

    /** The report of which a version is written: one that is there, or one that was owed when it was written. */
    Optional<MajorIncidentReportDetail> written(Asker asker, Named report, @Nullable Instant at) {
        Moment present = Moment.present(asker.now());
        Optional<MajorIncidentReportDetail> now = find(asker.viewer(), present, report, false);
        if (now.filter(detail -> !detail.versions().isEmpty()).isPresent()) {
            return now;
        }
        Moment then = at == null ? present : new Moment(at, null, asker.now());
        if (find(asker.viewer(), then, report, false).isPresent()) {
            return Optional.empty();
        }
        if (messages.ask(new IncidentQuery.GetIncidentAccess(asker.viewer(), report.incident()))
                .isEmpty()) {
            throw notFound(report.incident().value());
        }
        throw Problem.of(
                409,
                "REPORT_NOT_OWED",
                report.incident() + " owed no " + report.kind().title()
                        + " then: it is owed once a Category 1 Incident is resolved",
                Map.of("incident", report.incident().value()));
    }

    /** Whether the Incident is RED, as far as the caller may know. */
    boolean isRed(Asker asker, Named report) {
        return messages.ask(new IncidentQuery.GetIncidentAccess(asker.viewer(), report.incident()))
                .filter(IncidentQuery.IncidentAccess::red)
                .isPresent();
    }

    ResponseEntity<MajorIncidentReportDetail> change(Asker asker, Named report, MajorIncidentReportCommand command) {
        sender.<RecordAccepted>send(command, asker, command.stream());
        return created(report.path(), get(asker, report));
    }

    static ResponseEntity<MajorIncidentReportDetail> created(String path, MajorIncidentReportDetail report) {
        return ResponseEntity.created(URI.create(path))
                .eTag(Versions.tag(report.overview().version()))
                .body(report);
    }

    /** In whose name somebody comments, asks and agrees. */
    static String body(Viewer viewer) {
        return viewer.is(Role.OPS_GROUP)
                ? "Operations Group"
                : viewer.is(Role.SECAS)
                        ? "SECAS"
                        : Optional.ofNullable(viewer.party()).orElse(viewer.name());
    }
}
