package uk.smartenergy.incident.majorincident.read.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail.Act;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.platform.record.Fact;

/** One report as its facts make it. @param facts in the order in which they happened */
record ReportFold(ReportKind kind, List<Fact<MajorIncidentReportEvent>> facts) {

    ReportFold {
        facts = facts.stream().filter(fact -> isOf(kind, fact.event())).toList();
    }

    private static boolean isOf(ReportKind kind, MajorIncidentReportEvent event) {
        return !(event instanceof OfOneReport one) || one.kind() == kind;
    }

    /** An event with who recorded it. */
    record Told<E>(E event, Act act) {}

    <E extends MajorIncidentReportEvent> List<Told<E>> all(Class<E> type) {
        return facts.stream()
                .filter(fact -> type.isInstance(fact.event()))
                .map(fact -> new Told<>(
                        type.cast(fact.event()),
                        new Act(fact.event().occurredAt(), fact.recordedAt(), fact.actor(), fact.actorParty())))
                .toList();
    }

    <E extends MajorIncidentReportEvent> List<E> events(Class<E> type) {
        return all(type).stream().map(Told::event).toList();
    }

    /** The last event of this report among these; -1: there is none. */
    long standing() {
        return facts.stream().mapToLong(Fact::sequence).max().orElse(-1);
    }

    List<ReportVersionWritten> versions() {
        return events(ReportVersionWritten.class).stream()
                .sorted(Comparator.comparing(ReportVersionWritten::version))
                .toList();
    }

    boolean isEmpty() {
        return versions().isEmpty();
    }

    /** Also those that were added to the version later. */
    List<Redaction> redactions(int version) {
        List<Redaction> redactions = new ArrayList<>();
        for (Fact<MajorIncidentReportEvent> fact : facts) {
            if (fact.event() instanceof ReportVersionWritten written && written.version() == version) {
                redactions.addAll(written.redactions());
            } else if (fact.event() instanceof ReportRedacted added && added.version() == version) {
                redactions.addAll(added.redactions());
            }
        }
        return redactions;
    }

    Optional<ReportSubmitted> lastSubmission() {
        return events(ReportSubmitted.class).stream().reduce((earlier, later) -> later);
    }

    /** The first one after an instant, or at all. */
    Optional<Instant> firstSubmissionAfter(Instant after) {
        return events(ReportSubmitted.class).stream()
                .map(ReportSubmitted::occurredAt)
                .filter(at -> at.isAfter(after))
                .findFirst();
    }

    Optional<ReportsPublished> lastPublication() {
        return events(ReportsPublished.class).stream().reduce((earlier, later) -> later);
    }

    boolean isPublished(int version) {
        return events(ReportsPublished.class).stream().anyMatch(published -> published.version(kind) == version);
    }

    Optional<Told<ReportAgreed>> agreement(int version) {
        return all(ReportAgreed.class).stream()
                .filter(agreed -> agreed.event().version() == version)
                .findFirst();
    }

    /** Numbers of the amendment requests that no amendment answers. */
    Set<Integer> openRequests() {
        Set<Integer> open = new HashSet<>();
        events(AmendmentRequested.class).forEach(request -> open.add(request.number()));
        events(ReportAmended.class).forEach(amendment -> open.removeAll(amendment.answers()));
        return open;
    }

    /** How far it has come. @param late whether it is overdue, as far as nothing is written */
    MajorIncidentReportState state(boolean late) {
        if (isEmpty()) {
            return late ? MajorIncidentReportState.LATE : MajorIncidentReportState.OWED;
        }
        Optional<Integer> last = lastSubmission().map(ReportSubmitted::version);
        if (last.isEmpty()) {
            return MajorIncidentReportState.DRAFTED;
        }
        int submitted = last.get();
        if (!openRequests().isEmpty()
                || events(ReportAmended.class).stream().anyMatch(amendment -> amendment.version() > submitted)) {
            return MajorIncidentReportState.AMENDMENTS_REQUESTED;
        }
        if (lastPublication()
                .filter(published -> published.version(kind) == submitted)
                .isPresent()) {
            return MajorIncidentReportState.PUBLISHED;
        }
        if (agreement(submitted).isPresent()) {
            return MajorIncidentReportState.AGREED;
        }
        return events(FeedbackGiven.class).stream().anyMatch(comment -> comment.version() == submitted)
                ? MajorIncidentReportState.UNDER_REVIEW
                : MajorIncidentReportState.SUBMITTED;
    }
}
