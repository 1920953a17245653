package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.Impact;

/**
 * An Incident with all that is known of it, as of and as known at a moment.
 *
 * @param overview what the list shows too; in JSON its members stand beside the others, except that {@code raisedBy} is the whole of {@link Raiser} there
 * @param nextEscalation {@code null} if it does not escalate by itself any more, or is pending
 */
public record IncidentDetail(
        IncidentView overview,
        Raiser raisedBy,
        @Nullable String description,
        @Nullable String deviceOrMeterPoint,
        @Nullable Impact impact,
        @Nullable String triage,
        List<IncidentId> relatedIncidents,
        @Nullable String resolution,
        List<Pause> pauses,
        List<Escalation> escalations,
        List<Communication> communications,
        List<Link> links,
        List<Dispute> categoryDisputes,
        @Nullable NextEscalation nextEscalation) {

    public IncidentDetail {
        relatedIncidents = List.copyOf(relatedIncidents);
        pauses = List.copyOf(pauses);
        escalations = List.copyOf(escalations);
        communications = List.copyOf(communications);
        links = List.copyOf(links);
        categoryDisputes = List.copyOf(categoryDisputes);
    }

    /** A time in which the clocks stood still. @param to {@code null}: it lasts */
    public record Pause(
            Instant from,
            @Nullable Instant to,
            String reason,
            @Nullable String evidence) {}

    /**
     * @param automatic whether it escalated by itself
     * @param trigger what made it do so, for example {@code CATEGORY_1 resolution 75%}; {@code null} if somebody escalated it
     */
    public record Escalation(
            Instant at,
            String level,
            String reason,
            @Nullable String by,
            boolean automatic,
            @Nullable String trigger) {}

    /** When it escalates by itself next, if nothing else happens. @param why the rule, for example {@code 75% of resolution} */
    public record NextEscalation(Instant at, String level, String why) {}

    /** @param standard what was required of it when it was made; {@code null}: it is not judged */
    public record Communication(
            int number,
            Instant at,
            @Nullable String by,
            CommunicationContent content,
            @Nullable CommunicationStandard standard,
            List<Rating> ratings) {
        public Communication {
            ratings = List.copyOf(ratings);
        }

        /** What was required and not given. */
        public List<CommunicationPart> missing() {
            return standard == null ? List.of() : standard.missingIn(content);
        }
    }

    public record Rating(
            Instant at,
            @Nullable String by,
            int rating,
            @Nullable String comment) {}

    public record Link(
            LinkType type, String target, @Nullable String comment, Instant at) {}

    /** What became of a dispute. */
    public enum DisputeState {
        OPEN,
        RULED,
        WITHDRAWN
    }

    /**
     * A party disagrees with the category.
     *
     * @param sequence the place of the disputing event in the Incident's stream
     * @param standing the category that is disputed
     */
    public record Dispute(
            long sequence,
            int number,
            String party,
            @Nullable String by,
            Instant at,
            Instant recordedAt,
            DisputeState state,
            Category standing,
            @Nullable Category proposedCategory,
            String reason,
            List<Evidence> evidence,
            @Nullable Ruling ruling,
            @Nullable Withdrawal withdrawal) {
        public Dispute {
            evidence = List.copyOf(evidence);
        }
    }

    /** @param reference where it can be found, such as a document's name */
    public record Evidence(
            String text,
            @Nullable String reference,
            @Nullable String party,
            @Nullable String by,
            Instant at) {}

    /**
     * How a dispute was decided.
     *
     * @param ruledOn the decision that stood then, with its facts and policy version, as frozen by the ruling
     * @param effectiveFrom since when the ruled category holds: when the decision ruled on took effect
     * @param changed whether the ruling is for another category than the one that stood
     */
    public record Ruling(
            Category category,
            String reason,
            @Nullable String by,
            @Nullable String byParty,
            Instant at,
            Instant recordedAt,
            CategoryDecision ruledOn,
            Instant effectiveFrom,
            boolean changed) {}

    public record Withdrawal(String reason, @Nullable String by, Instant at) {}
}
