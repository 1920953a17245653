package uk.smartenergy.incident.majorincident.read.reports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportDifferences;
import uk.smartenergy.incident.api.majorincident.ReportDifferences.PartDifference;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.api.majorincident.ReportText;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.reference.MajorIncidentReportRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** Makes of a report what is shown of it. */
final class ReportViews {
    private final Obligations obligations;

    ReportViews(Obligations obligations) {
        this.obligations = obligations;
    }

    /** Of what is not published. */
    static Classification classification(IncidentView incident) {
        return incident.classification() == Classification.RED ? Classification.RED : Classification.AMBER;
    }

    /**
     * A report as somebody sees it.
     *
     * @param redacted whether it is the variant for everybody
     * @param published whether nothing but what was published is seen
     */
    record Seen(
            IncidentView incident,
            ReportFold fold,
            Moment moment,
            MajorIncidentReportView overview,
            boolean redacted,
            boolean published,
            Redactor redactor) {

        /** That version; otherwise the last, or the one that was published last. */
        Optional<ReportText> text(@Nullable Integer number) {
            int last = published
                    ? fold.lastPublication()
                            .map(one -> one.version(fold.kind()))
                            .orElse(0)
                    : fold.versions().size();
            return version(number == null ? last : number).map(this::read);
        }

        Optional<ReportDifferences> differences(int from, int to) {
            return version(from)
                    .flatMap(older -> version(to).map(newer -> {
                        List<PartDifference> parts = TextDifferences.of(
                                fold.kind(), read(older).parts(), read(newer).parts());
                        List<String> unchanged = fold.kind().parts().stream()
                                .map(ReportPart::apiName)
                                .filter(part -> parts.stream()
                                        .noneMatch(one -> one.part().equals(part)))
                                .toList();
                        return new ReportDifferences(
                                incident.id(), fold.kind(), classification(), from, to, parts, unchanged);
                    }));
        }

        private Optional<ReportFold.Told<ReportVersionWritten>> version(int number) {
            return fold.all(ReportVersionWritten.class).stream()
                    .filter(written -> written.event().version() == number)
                    .filter(written -> !published || fold.isPublished(number))
                    .findFirst();
        }

        private ReportText read(ReportFold.Told<ReportVersionWritten> written) {
            ReportVersionWritten version = written.event();
            Map<String, String> parts = new LinkedHashMap<>();
            fold.kind()
                    .parts()
                    .forEach(part ->
                            parts.put(part.apiName(), hidden(version.parts().getOrDefault(part.apiName(), ""))));
            return new ReportText(
                    incident.id(),
                    fold.kind(),
                    hidden(fold.kind().title() + " on " + incident.id() + ": " + incident.summary()),
                    classification(),
                    redacted,
                    version.version(),
                    version.occurredAt(),
                    redacted ? null : written.act().by(),
                    redacted ? null : version.note(),
                    parts,
                    redacted
                            ? redactor.withheld(version.parts())
                            : Redactor.shown(fold.redactions(version.version()), version.parts()));
        }

        private String hidden(String text) {
            return redacted ? redactor.redacted(text) : text;
        }

        /** What stands on every page. */
        Classification classification() {
            Classification whole = ReportViews.classification(incident);
            if (!redacted || whole == Classification.RED) {
                return whole;
            }
            return fold.lastPublication().map(ReportsPublished::classification).orElse(Classification.WHITE);
        }
    }

    /** @param standing the report's version. @param published whether the viewer sees nothing but what was published */
    Seen seen(
            IncidentView incident,
            ReportFold fold,
            long standing,
            Moment moment,
            boolean published,
            Redactor redactor,
            boolean redacted) {
        boolean hidden = published || redacted;
        MajorIncidentReportView whole = overview(incident, fold, standing, moment);
        Seen seen = new Seen(incident, fold, moment, whole, hidden, published, redactor);
        return hidden ? new Seen(incident, fold, moment, hidden(whole, seen), true, published, redactor) : seen;
    }

    private MajorIncidentReportView overview(IncidentView incident, ReportFold fold, long standing, Moment moment) {
        Optional<Obligations.Due> due = obligations.due(incident, fold.kind(), moment);
        Instant submittedAt = submittedAt(incident, fold, moment);
        Instant until = submittedAt == null ? moment.asOfOrNow() : submittedAt;
        boolean late = due.filter(day -> until.isAfter(day.at())).isPresent();
        Integer workingDays = late
                ? due.map(day -> obligations.workingDaysAfter(day.on(), until, moment))
                        .orElse(null)
                : null;
        Optional<ReportFold.Told<ReportAgreed>> agreed =
                fold.lastSubmission().flatMap(last -> fold.agreement(last.version()));
        return new MajorIncidentReportView(
                incident.id(),
                incident.externalReference(),
                incident.summary(),
                fold.kind(),
                fold.state(late),
                due.isPresent(),
                incident.resolvedAt(),
                due.map(Obligations.Due::on).orElse(null),
                due.map(Obligations.Due::at).orElse(null),
                submittedAt,
                late,
                workingDays,
                due.isPresent() ? timing(submittedAt != null, late, workingDays) : null,
                agreed.map(one -> one.event().occurredAt()).orElse(null),
                agreed.map(one -> one.event().body()).orElse(null),
                fold.lastPublication().map(ReportsPublished::occurredAt).orElse(null),
                fold.versions().size(),
                fold.events(FeedbackGiven.class).size(),
                fold.openRequests().size(),
                classification(incident),
                standing);
    }

    private @Nullable Instant submittedAt(IncidentView incident, ReportFold fold, Moment moment) {
        Optional<Instant> first = fold.firstSubmissionAfter(Instant.MIN);
        Instant resolvedAt = incident.resolvedAt();
        if (first.isEmpty() || resolvedAt == null || !first.get().isBefore(resolvedAt)) {
            return first.orElse(null);
        }
        return fold.firstSubmissionAfter(obligations.countingSince(incident, moment))
                .orElse(null);
    }

    static String timing(boolean submitted, boolean late, @Nullable Integer workingDays) {
        if (!late) {
            return submitted ? "On time" : "Due";
        }
        int days = workingDays == null ? 0 : workingDays;
        String by = days == 0 ? "less than one Working Day" : days == 1 ? "one Working Day" : days + " Working Days";
        return submitted ? Character.toUpperCase(by.charAt(0)) + by.substring(1) + " late" : "Overdue by " + by;
    }

    /** Nothing of what was said before the publication, or beside it. */
    private static MajorIncidentReportView hidden(MajorIncidentReportView whole, Seen seen) {
        ReportFold fold = seen.fold();
        int versions = (int) fold.versions().stream()
                .filter(version -> !seen.published() || fold.isPublished(version.version()))
                .count();
        return new MajorIncidentReportView(
                whole.incident(),
                seen.redactor().redactedIfAny(whole.externalReference()),
                seen.redactor().redacted(whole.summary()),
                whole.kind(),
                seen.published() ? MajorIncidentReportState.PUBLISHED : whole.state(),
                whole.owed(),
                whole.incidentResolvedAt(),
                whole.dueOn(),
                whole.dueAt(),
                whole.submittedAt(),
                whole.late(),
                whole.workingDaysLate(),
                whole.timing(),
                seen.published() ? null : whole.agreedAt(),
                seen.published() ? null : whole.agreedBy(),
                whole.publishedAt(),
                versions,
                0,
                0,
                seen.classification(),
                seen.published() ? publications(fold) : whole.version());
    }

    /** The version that somebody sees who sees publications only. */
    private static long publications(ReportFold fold) {
        return fold.events(ReportsPublished.class).size();
    }

    MajorIncidentReportDetail detail(Seen seen) {
        ReportFold fold = seen.fold();
        boolean all = !seen.redacted();
        Obligations.Reason reason = obligations.reason(seen.incident(), seen.moment());
        MajorIncidentReportRules.Rule rule = obligations.rule(seen.incident(), fold.kind());
        return new MajorIncidentReportDetail(
                seen.overview(),
                reason.since(),
                reason.words(),
                new Rule(
                        rule.clause(),
                        rule.workingDays(),
                        rule.required().stream().map(ReportPart::apiName).toList(),
                        ReferenceData.NOTE),
                seen.text(null).orElse(null),
                versions(seen),
                all ? submissions(seen) : List.of(),
                all ? feedback(fold) : List.of(),
                all ? requests(fold) : List.of(),
                all ? amendments(fold) : List.of(),
                all ? agreements(fold) : List.of(),
                publications(seen));
    }

    private static List<Version> versions(Seen seen) {
        ReportFold fold = seen.fold();
        Set<Integer> submitted = new TreeSet<>();
        fold.events(ReportSubmitted.class).forEach(one -> submitted.add(one.version()));
        return fold.all(ReportVersionWritten.class).stream()
                .filter(told ->
                        !seen.published() || fold.isPublished(told.event().version()))
                .map(told -> {
                    int version = told.event().version();
                    return new Version(
                            version,
                            told.act().at(),
                            told.act().recordedAt(),
                            seen.redacted() ? null : told.act().by(),
                            seen.redacted() ? null : told.event().note(),
                            seen.classification(),
                            fold.redactions(version).size(),
                            submitted.contains(version),
                            fold.agreement(version).isPresent(),
                            fold.isPublished(version));
                })
                .toList();
    }

    private static List<Submission> submissions(Seen seen) {
        Instant first = seen.overview().submittedAt();
        return seen.fold().all(ReportSubmitted.class).stream()
                .map(told -> new Submission(
                        told.event().version(), told.event().occurredAt().equals(first), told.act()))
                .toList();
    }

    private static List<Feedback> feedback(ReportFold fold) {
        return fold.all(FeedbackGiven.class).stream()
                .map(told -> {
                    FeedbackGiven given = told.event();
                    List<Integer> requests = fold.events(AmendmentRequested.class).stream()
                            .filter(request -> request.feedback().contains(given.number()))
                            .map(AmendmentRequested::number)
                            .toList();
                    List<Integer> amendments = fold.events(ReportAmended.class).stream()
                            .filter(amendment -> answered(fold, amendment).contains(given.number()))
                            .map(ReportAmended::number)
                            .toList();
                    return new Feedback(
                            given.number(),
                            given.version(),
                            given.body(),
                            given.part(),
                            given.quote(),
                            given.comment(),
                            requests,
                            amendments,
                            told.act());
                })
                .toList();
    }

    private static List<AmendmentRequest> requests(ReportFold fold) {
        return fold.all(AmendmentRequested.class).stream()
                .map(told -> new AmendmentRequest(
                        told.event().number(),
                        told.event().version(),
                        told.event().body(),
                        told.event().text(),
                        told.event().part(),
                        told.event().feedback(),
                        fold.events(ReportAmended.class).stream()
                                .filter(amendment -> amendment
                                        .answers()
                                        .contains(told.event().number()))
                                .map(ReportAmended::number)
                                .findFirst()
                                .orElse(null),
                        told.act()))
                .toList();
    }

    private static List<Amendment> amendments(ReportFold fold) {
        return fold.all(ReportAmended.class).stream()
                .map(told -> new Amendment(
                        told.event().number(),
                        told.event().version(),
                        told.event().text(),
                        told.event().answers(),
                        List.copyOf(answered(fold, told.event())),
                        told.act()))
                .toList();
    }

    /** The comments that an amendment answers: itself, or because it answers a request that took them up. */
    private static Set<Integer> answered(ReportFold fold, ReportAmended amendment) {
        Set<Integer> comments = new TreeSet<>(amendment.feedback());
        fold.events(AmendmentRequested.class).stream()
                .filter(request -> amendment.answers().contains(request.number()))
                .forEach(request -> comments.addAll(request.feedback()));
        return comments;
    }

    private static List<Agreement> agreements(ReportFold fold) {
        return fold.all(ReportAgreed.class).stream()
                .map(told -> new Agreement(
                        told.event().version(),
                        told.event().body(),
                        told.event().comment(),
                        told.act()))
                .toList();
    }

    private static List<Publication> publications(Seen seen) {
        return seen.fold().all(ReportsPublished.class).stream()
                .map(told -> new Publication(
                        told.event().version(seen.fold().kind()),
                        told.event().classification(),
                        seen.published() ? new Act(told.act().at(), told.act().recordedAt(), null, null) : told.act()))
                .toList();
    }
}
