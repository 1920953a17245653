package uk.smartenergy.incident.majorincident.write;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Refusal.Kind;

/** The refusals of commands on Major Incident reports, each with its code and its sentence. */
final class ReportRefusals {
    private ReportRefusals() {}

    /** @param what it builds upon, as the beginning of a sentence */
    static void refuseBefore(Instant at, Instant since, String code, String what) {
        if (at.isBefore(since)) {
            throw tooEarly(code, what, since);
        }
    }

    static Refusal tooEarly(String code, String what, Instant since) {
        return conflict(code, what + " is of " + since + "; this cannot have happened before.");
    }

    static Refusal notWritten(ReportKind kind) {
        return conflict("REPORT_NOT_WRITTEN", "No version of the " + kind.title() + " is written.");
    }

    static Refusal notSubmitted(ReportKind kind, @Nullable Integer version) {
        return conflict(
                "REPORT_NOT_SUBMITTED",
                version == null
                        ? "No version of the " + kind.title() + " is submitted."
                        : "Version " + version + " of the " + kind.title() + " is not submitted.");
    }

    static Refusal notSubmittedLast(int meant, int last) {
        return conflict(
                "NOT_SUBMITTED_LAST",
                "Only the version that was submitted last can be agreed, which is " + last + ", not " + meant + ".");
    }

    static Refusal newerSubmitted(int version, int newer) {
        return conflict(
                "NEWER_VERSION_SUBMITTED",
                "Version " + newer + " was submitted; version " + version + " cannot be submitted after it.");
    }

    static Refusal partsMissing(ReportKind kind, int version, List<String> missing) {
        return new Refusal(
                Kind.CONFLICT,
                "PARTS_MISSING",
                "Version " + version + " of the " + kind.title() + " says nothing in " + String.join(", ", missing)
                        + ".",
                Map.of("missing", String.join(", ", missing)));
    }

    static Refusal quoteNotFound(String part, String pointer) {
        return new Refusal(
                Kind.INVALID,
                "QUOTE_NOT_FOUND",
                "This passage is not in the part " + part + " of that version.",
                Map.of("pointer", pointer));
    }

    static Refusal noSuch(String what, int number, String pointer) {
        return new Refusal(
                Kind.INVALID,
                "NO_SUCH_NUMBER",
                "The report has no " + what + " " + number + ".",
                Map.of("pointer", pointer));
    }

    static void refuseUnlessNewer(int version, int about, String what) {
        if (version <= about) {
            throw conflict(
                    "VERSION_NOT_NEWER",
                    what + " is about version " + about + "; version " + version + " cannot answer it.");
        }
    }

    static Refusal answeredAlready(int request) {
        return conflict("ANSWERED_ALREADY", "Amendment request " + request + " is answered already.");
    }

    static Refusal unanswered(ReportKind kind, List<Integer> requests) {
        String numbers = requests.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Refusal(
                Kind.CONFLICT,
                "AMENDMENT_REQUESTS_OPEN",
                "The " + kind.title() + " cannot be agreed while amendment requests are unanswered: " + numbers + ".",
                Map.of("openAmendmentRequests", numbers));
    }

    static Refusal amendmentNotSubmitted(int amendment, int version) {
        return conflict(
                "AMENDMENT_NOT_SUBMITTED",
                "Amendment " + amendment + " is in version " + version + ", which is not submitted yet.");
    }

    static Refusal notAgreed(List<String> missing) {
        String all = String.join("; ", missing);
        return new Refusal(
                Kind.CONFLICT,
                "REPORTS_NOT_AGREED",
                "Both reports are published together, each as agreed in the version that was submitted last: " + all
                        + ".",
                Map.of("missing", all));
    }

    static Refusal redIsNotPublished() {
        return conflict("RED_IS_NOT_PUBLISHED", "Reports on a RED Incident are not published.");
    }

    private static Refusal conflict(String code, String sentence) {
        return new Refusal(Kind.CONFLICT, code, sentence, Map.of());
    }
}
