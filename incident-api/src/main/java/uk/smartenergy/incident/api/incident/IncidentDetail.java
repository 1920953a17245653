package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Impact;

/**
 * An Incident with all that is known of it, as of and as known at a moment.
 *
 * @param overview what the list shows too; in JSON its members stand beside the others, except that {@code raisedBy} is the whole of {@link Raiser} there
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
        List<Link> links) {

    public IncidentDetail {
        relatedIncidents = List.copyOf(relatedIncidents);
        pauses = List.copyOf(pauses);
        escalations = List.copyOf(escalations);
        communications = List.copyOf(communications);
        links = List.copyOf(links);
    }

    /** A time in which the clocks stood still. @param to {@code null}: it lasts */
    public record Pause(
            Instant from,
            @Nullable Instant to,
            String reason,
            @Nullable String evidence) {}

    public record Escalation(
            Instant at,
            String level,
            String reason,
            @Nullable String by) {}

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
}
