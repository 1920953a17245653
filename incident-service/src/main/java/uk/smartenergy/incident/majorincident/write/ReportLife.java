package uk.smartenergy.incident.majorincident.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportKind;

/** What is known of one report for decisions: versions, what was submitted, what is asked for and answered, what is agreed and published. */
final class ReportLife {
    final ReportKind kind;
    final List<Written> versions = new ArrayList<>();
    final List<ReportSubmitted> submissions = new ArrayList<>();
    final List<FeedbackGiven> feedback = new ArrayList<>();
    final List<AmendmentRequested> requests = new ArrayList<>();
    final List<ReportAmended> amendments = new ArrayList<>();
    final List<ReportAgreed> agreements = new ArrayList<>();

    @Nullable
    ReportsPublished published;

    /** The place of its last event in the stream; -1 before the first. */
    long standing = -1;

    ReportLife(ReportKind kind) {
        this.kind = kind;
    }

    record Written(int number, Instant at, Map<String, String> parts, List<Redaction> redactions) {}

    Optional<Written> last() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    Optional<Written> find(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** By when it happened, whenever that was recorded. */
    Optional<ReportSubmitted> lastSubmission() {
        return submissions.stream().max(Comparator.comparing(ReportSubmitted::occurredAt));
    }

    /** When a version was first submitted. */
    Optional<Instant> submittedAt(int version) {
        return submittedAt(version, null);
    }

    /** When a version was first submitted, of all submissions since then. */
    Optional<Instant> submittedAt(int version, @Nullable Instant since) {
        return submissions.stream()
                .filter(submitted -> submitted.version() == version)
                .map(ReportSubmitted::occurredAt)
                .filter(at -> since == null || !at.isBefore(since))
                .min(Comparator.naturalOrder());
    }

    /** Whether it is on record that a version was submitted just then. */
    boolean isSubmitted(int version, Instant at) {
        return submissions.stream()
                .anyMatch(one -> one.version() == version && one.occurredAt().equals(at));
    }

    Optional<ReportAgreed> agreement(int version) {
        return agreements.stream().filter(agreed -> agreed.version() == version).findFirst();
    }

    /** Numbers of the amendment requests that no amendment answers. */
    List<Integer> openRequests() {
        Set<Integer> answered = new HashSet<>();
        amendments.forEach(amendment -> answered.addAll(amendment.answers()));
        return requests.stream()
                .map(AmendmentRequested::number)
                .filter(number -> !answered.contains(number))
                .toList();
    }

    void apply(MajorIncidentReportEvent event, long sequence) {
        standing = sequence;
        switch (event) {
            case ReportVersionWritten e ->
                versions.add(new Written(e.version(), e.occurredAt(), e.parts(), e.redactions()));
            case ReportRedacted e ->
                versions.replaceAll(
                        version -> version.number() == e.version() ? with(version, e.redactions()) : version);
            case ReportSubmitted e -> submissions.add(e);
            case FeedbackGiven e -> feedback.add(e);
            case AmendmentRequested e -> requests.add(e);
            case ReportAmended e -> amendments.add(e);
            case ReportAgreed e -> agreements.add(e);
            case ReportsPublished e -> published = e;
        }
    }

    private static Written with(Written version, List<Redaction> more) {
        List<Redaction> all = new ArrayList<>(version.redactions());
        all.addAll(more);
        return new Written(version.number(), version.at(), version.parts(), List.copyOf(all));
    }
}
