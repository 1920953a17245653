package uk.smartenergy.incident.majorincident.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.Passages;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.majorincident.write.ReportLife.Written;
import uk.smartenergy.incident.platform.reference.MajorIncidentReportRules;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * What a command on the reports of a Major Incident leads to; nothing, if it is so already.
 *
 * <ul>
 *   <li>A version takes over what is not said from the one before it. Versions follow each other in time.
 *   <li>What is submitted has every part that the Code requires, and what is newer is not followed by what is older.
 *   <li>Comments, requests and agreements are about submitted versions; a comment's quote stands in its part.
 *   <li>A request is answered by a version that is newer than the one it is about, once.
 *   <li>What is agreed is the version that was submitted last, with no request unanswered; a later one needs an agreement of its own.
 *   <li>Both reports are published together, each as agreed; what is RED is never published.
 * </ul>
 */
final class ReportDecisions {
    private final MajorIncidentReportRules rules;

    ReportDecisions(MajorIncidentReportRules rules) {
        this.rules = rules;
    }

    /** @param red whether the reports are RED. @param at when it happened */
    List<? extends MajorIncidentReportEvent> decide(
            ReportLife summary, ReportLife review, boolean red, MajorIncidentReportCommand command, Instant at) {
        ReportLife life = command.kind() == ReportKind.REVIEW ? review : summary;
        return switch (command) {
            case WriteReportVersion write -> write(life, write, at);
            case RedactReport redact -> redact(life, redact, at);
            case SubmitReport submit -> submit(life, submit, at);
            case GiveFeedback give -> comment(life, give, at);
            case RequestAmendment request -> request(life, request, at);
            case AmendReport amend -> amend(life, amend, at);
            case AgreeReport agree -> agree(life, agree, at);
            case PublishReports publish -> publish(summary, review, red, publish, at);
        };
    }

    private static List<? extends MajorIncidentReportEvent> write(
            ReportLife life, WriteReportVersion command, Instant at) {
        Optional<Written> before = life.last();
        before.filter(version -> at.isBefore(version.at())).ifPresent(version -> {
            throw ReportRefusals.tooEarly("WRITTEN_BEFORE_LAST_VERSION", "Version " + version.number(), version.at());
        });
        Map<String, String> otherwise = before.map(Written::parts).orElse(command.draft());
        Map<String, String> parts = new LinkedHashMap<>();
        for (ReportPart part : life.kind.parts()) {
            String name = part.apiName();
            parts.put(name, command.parts().getOrDefault(name, otherwise.getOrDefault(name, "")));
        }
        List<Redaction> redactions = command.redactions();
        if (redactions == null) {
            redactions = before.map(Written::redactions).orElse(command.firstRedactions());
        } else {
            refuseUnlessFound(parts, redactions);
        }
        if (before.isPresent()
                && before.get().parts().equals(parts)
                && before.get().redactions().equals(redactions)) {
            return List.of();
        }
        return List.of(new ReportVersionWritten(
                command.incidentId(),
                life.kind,
                at,
                before.map(Written::number).orElse(0) + 1,
                parts,
                redactions,
                command.note(),
                command.classification()));
    }

    private static List<? extends MajorIncidentReportEvent> redact(ReportLife life, RedactReport command, Instant at) {
        Written version = version(life, command.version());
        ReportRefusals.refuseBefore(at, version.at(), "REDACTED_BEFORE_WRITTEN", "Version " + version.number());
        refuseUnlessFound(version.parts(), command.redactions());
        List<Redaction> more = command.redactions().stream()
                .filter(redaction -> !version.redactions().contains(redaction))
                .distinct()
                .toList();
        return more.isEmpty()
                ? List.of()
                : List.of(new ReportRedacted(command.incidentId(), life.kind, at, version.number(), more));
    }

    private static void refuseUnlessFound(Map<String, String> parts, List<Redaction> redactions) {
        for (int i = 0; i < redactions.size(); i++) {
            Redaction redaction = redactions.get(i);
            if (Passages.of(redaction.quote(), parts.getOrDefault(redaction.part(), ""))
                    .isEmpty()) {
                throw ReportRefusals.quoteNotFound(redaction.part(), "/redactions/" + i + "/quote");
            }
        }
    }

    private List<? extends MajorIncidentReportEvent> submit(ReportLife life, SubmitReport command, Instant at) {
        Written version = version(life, command.version());
        Optional<Instant> submitted = life.submittedAt(version.number(), command.owedSince());
        if (submitted.isPresent() && (command.occurredAt() == null || !at.isBefore(submitted.get()))
                || life.isSubmitted(version.number(), at)) {
            return List.of();
        }
        ReportRefusals.refuseBefore(at, version.at(), "SUBMITTED_BEFORE_WRITTEN", "Version " + version.number());
        life.submissions.stream()
                .filter(other -> other.version() > version.number())
                .filter(other -> !other.occurredAt().isAfter(at))
                .findFirst()
                .ifPresent(newer -> {
                    throw ReportRefusals.newerSubmitted(version.number(), newer.version());
                });
        MajorIncidentReportRules.Rule rule = rules.on(LocalDate.ofInstant(at, WorkingDays.LONDON), life.kind);
        List<String> missing = rule.missingIn(version.parts());
        if (rule.refused() && !missing.isEmpty()) {
            throw ReportRefusals.partsMissing(life.kind, version.number(), missing);
        }
        return List.of(new ReportSubmitted(command.incidentId(), life.kind, at, version.number()));
    }

    private static List<? extends MajorIncidentReportEvent> comment(ReportLife life, GiveFeedback command, Instant at) {
        Written version = submitted(life, command.version(), at, "COMMENTED_BEFORE_SUBMITTED");
        String text = version.parts().getOrDefault(command.part(), "");
        String quote = quoted(command, text);
        boolean known = life.feedback.stream()
                .anyMatch(one -> one.version() == version.number()
                        && one.body().equals(command.body())
                        && one.part().equals(command.part())
                        && one.quote().equals(quote)
                        && one.comment().equals(command.comment()));
        return known
                ? List.of()
                : List.of(new FeedbackGiven(
                        command.incidentId(),
                        life.kind,
                        at,
                        life.feedback.size() + 1,
                        version.number(),
                        command.body(),
                        command.part(),
                        quote,
                        command.comment()));
    }

    private static String quoted(GiveFeedback command, String text) {
        Integer from = command.from();
        Integer to = command.to();
        if (from != null && to != null && from < to && to <= text.length()) {
            String between = text.substring(from, to);
            if (command.quote() == null || command.quote().equals(between)) {
                return between;
            }
        }
        String quote = command.quote();
        if (from != null || to != null || quote == null || !text.contains(quote)) {
            throw ReportRefusals.quoteNotFound(command.part(), quote == null ? "/passage" : "/passage/quote");
        }
        return quote;
    }

    private static List<? extends MajorIncidentReportEvent> request(
            ReportLife life, RequestAmendment command, Instant at) {
        Written version = submitted(life, null, at, "REQUESTED_BEFORE_SUBMITTED");
        for (int number : command.feedback()) {
            FeedbackGiven taken = life.feedback.stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow(() -> ReportRefusals.noSuch("comment", number, "/feedback"));
            ReportRefusals.refuseBefore(at, taken.occurredAt(), "REQUESTED_BEFORE_COMMENTED", "Comment " + number);
        }
        boolean known = life.requests.stream()
                .anyMatch(one -> life.openRequests().contains(one.number())
                        && one.version() == version.number()
                        && one.body().equals(command.body())
                        && one.text().equals(command.text())
                        && one.feedback().equals(command.feedback()));
        return known
                ? List.of()
                : List.of(new AmendmentRequested(
                        command.incidentId(),
                        life.kind,
                        at,
                        life.requests.size() + 1,
                        version.number(),
                        command.body(),
                        command.text(),
                        command.part(),
                        command.feedback()));
    }

    private static List<? extends MajorIncidentReportEvent> amend(ReportLife life, AmendReport command, Instant at) {
        Written version = version(life, command.version());
        if (life.amendments.stream()
                .anyMatch(one -> one.version() == version.number()
                        && one.answers().equals(command.answers())
                        && one.feedback().equals(command.feedback())
                        && one.text().equals(command.text()))) {
            return List.of();
        }
        ReportRefusals.refuseBefore(at, version.at(), "AMENDED_BEFORE_WRITTEN", "Version " + version.number());
        for (int number : command.answers()) {
            AmendmentRequested request = life.requests.stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow(() -> ReportRefusals.noSuch("amendment request", number, "/answers"));
            ReportRefusals.refuseBefore(
                    at, request.occurredAt(), "AMENDED_BEFORE_REQUESTED", "Amendment request " + number);
            ReportRefusals.refuseUnlessNewer(version.number(), request.version(), "Amendment request " + number);
            if (!life.openRequests().contains(number)) {
                throw ReportRefusals.answeredAlready(number);
            }
        }
        for (int number : command.feedback()) {
            FeedbackGiven comment = life.feedback.stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow(() -> ReportRefusals.noSuch("comment", number, "/feedback"));
            ReportRefusals.refuseBefore(at, comment.occurredAt(), "AMENDED_BEFORE_COMMENTED", "Comment " + number);
            ReportRefusals.refuseUnlessNewer(version.number(), comment.version(), "Comment " + number);
        }
        return List.of(new ReportAmended(
                command.incidentId(),
                life.kind,
                at,
                life.amendments.size() + 1,
                version.number(),
                command.answers(),
                command.feedback(),
                command.text()));
    }

    private static List<? extends MajorIncidentReportEvent> agree(ReportLife life, AgreeReport command, Instant at) {
        Written version = submitted(life, null, at, "AGREED_BEFORE_SUBMITTED");
        Integer meant = command.version();
        if (meant != null && meant != version.number()) {
            throw ReportRefusals.notSubmittedLast(meant, version.number());
        }
        if (life.agreement(version.number()).isPresent()) {
            return List.of();
        }
        if (!life.openRequests().isEmpty()) {
            throw ReportRefusals.unanswered(life.kind, life.openRequests());
        }
        life.amendments.forEach(amendment -> ReportRefusals.refuseBefore(
                at, amendment.occurredAt(), "AGREED_BEFORE_AMENDED", "Amendment " + amendment.number()));
        life.amendments.stream()
                .filter(amendment -> amendment.version() > version.number())
                .findFirst()
                .ifPresent(amendment -> {
                    throw ReportRefusals.amendmentNotSubmitted(amendment.number(), amendment.version());
                });
        return List.of(new ReportAgreed(
                command.incidentId(), life.kind, at, version.number(), command.body(), command.comment()));
    }

    private static List<? extends MajorIncidentReportEvent> publish(
            ReportLife summary, ReportLife review, boolean red, PublishReports command, Instant at) {
        if (red) {
            throw ReportRefusals.redIsNotPublished();
        }
        List<String> missing = Stream.of(summary, review)
                .flatMap(life -> missing(life).stream())
                .toList();
        if (!missing.isEmpty()) {
            throw ReportRefusals.notAgreed(missing);
        }
        int first = summary.lastSubmission().orElseThrow().version();
        int second = review.lastSubmission().orElseThrow().version();
        ReportsPublished published = summary.published;
        if (published != null
                && published.summaryVersion() == first
                && published.reviewVersion() == second
                && published.classification() == command.classification()) {
            return List.of();
        }
        for (ReportLife life : List.of(summary, review)) {
            ReportAgreed agreed =
                    life.agreement(life == summary ? first : second).orElseThrow();
            ReportRefusals.refuseBefore(
                    at, agreed.occurredAt(), "PUBLISHED_BEFORE_AGREED", "The " + life.kind.title() + "'s agreement");
        }
        return List.of(new ReportsPublished(command.incidentId(), at, first, second, command.classification()));
    }

    /** What a report lacks to be published, in words. */
    private static List<String> missing(ReportLife life) {
        String title = "the " + life.kind.title();
        Optional<ReportSubmitted> last = life.lastSubmission();
        List<String> missing = new ArrayList<>();
        if (last.isEmpty()) {
            missing.add(title + (life.versions.isEmpty() ? " is not written" : " is not submitted"));
        } else if (life.agreement(last.get().version()).isEmpty()) {
            missing.add(title + " is not agreed in version " + last.get().version() + ", which was submitted last");
        }
        if (!life.openRequests().isEmpty()) {
            missing.add(title + " has unanswered amendment requests: "
                    + life.openRequests().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return missing;
    }

    /** That version, or the last. */
    private static Written version(ReportLife life, @Nullable Integer number) {
        if (life.versions.isEmpty()) {
            throw ReportRefusals.notWritten(life.kind);
        }
        return number == null
                ? life.versions.getLast()
                : life.find(number).orElseThrow(() -> ReportRefusals.noSuch("version", number, "/version"));
    }

    /** That version, or the one that was submitted last; it must have been submitted by then. */
    private static Written submitted(ReportLife life, @Nullable Integer number, Instant at, String tooEarly) {
        int meant = number == null
                ? life.lastSubmission()
                        .map(ReportSubmitted::version)
                        .orElseThrow(() -> ReportRefusals.notSubmitted(life.kind, null))
                : version(life, number).number();
        Instant since = life.submittedAt(meant).orElseThrow(() -> ReportRefusals.notSubmitted(life.kind, meant));
        ReportRefusals.refuseBefore(at, since, tooEarly, "The submission of version " + meant);
        return version(life, meant);
    }
}
