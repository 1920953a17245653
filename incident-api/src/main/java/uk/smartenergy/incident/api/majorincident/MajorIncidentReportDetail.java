package uk.smartenergy.incident.api.majorincident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * A Major Incident report with all that became of it, or the variant for everybody, which has nothing of what was said before publication.
 *
 * @param overview what the list shows too; in JSON its members stand beside the others
 * @param owedSince since when it is owed: the resolution, or a later ruling or decision that made the Incident a Major Incident; {@code null}
 *     unless owed
 * @param owedBecause why it is owed, or is not
 * @param rule what the Code says of it
 * @param text of the last version, or of the published one in the variant for everybody; {@code null} if there is none
 */
public record MajorIncidentReportDetail(
        @JsonUnwrapped MajorIncidentReportView overview,
        @Nullable Instant owedSince,
        String owedBecause,
        Rule rule,
        @Nullable ReportText text,
        List<Version> versions,
        List<Submission> submissions,
        List<Feedback> feedback,
        List<AmendmentRequest> amendmentRequests,
        List<Amendment> amendments,
        List<Agreement> agreements,
        List<Publication> publications) {
    public MajorIncidentReportDetail {
        versions = List.copyOf(versions);
        submissions = List.copyOf(submissions);
        feedback = List.copyOf(feedback);
        amendmentRequests = List.copyOf(amendmentRequests);
        amendments = List.copyOf(amendments);
        agreements = List.copyOf(agreements);
        publications = List.copyOf(publications);
    }

    /** @param workingDays after the day of the resolution. @param required the parts without which it is not submitted. @param note how sure it is */
    public record Rule(String clause, int workingDays, List<String> required, String note) {
        public Rule {
            required = List.copyOf(required);
        }
    }

    /** @param submitted whether it went to the Ops Group. @param redactions how many it has */
    public record Version(
            int version,
            Instant at,
            Instant recordedAt,
            @Nullable String by,
            @Nullable String note,
            Classification classification,
            int redactions,
            boolean submitted,
            boolean agreed,
            boolean published) {}

    /** Who did something, and when. */
    public record Act(
            Instant at,
            Instant recordedAt,
            @Nullable String by,
            @Nullable String byParty) {}

    /** @param first whether it is the one that decides on timeliness */
    public record Submission(int version, boolean first, Act act) {}

    /** @param requests that took it up. @param amendments that answer it */
    public record Feedback(
            int number,
            int version,
            String body,
            String part,
            String quote,
            String comment,
            List<Integer> requests,
            List<Integer> amendments,
            Act act) {}

    /** @param amendment that answers it; {@code null}: none does */
    public record AmendmentRequest(
            int number,
            int version,
            String body,
            String text,
            @Nullable String part,
            List<Integer> feedback,
            @Nullable Integer amendment,
            Act act) {}

    /** @param answers the amendment requests that it answers. @param feedback all comments that it answers */
    public record Amendment(
            int number, int version, String text, List<Integer> answers, List<Integer> feedback, Act act) {}

    public record Agreement(
            int version, String body, @Nullable String comment, Act act) {}

    public record Publication(int version, Classification classification, Act act) {}
}
