package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        @Nullable NextEscalation nextEscalation) {

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

    public record Communication(
            int number, Instant at, @Nullable String by, CommunicationContent content, List<Rating> ratings) {
        public Communication {
            ratings = List.copyOf(ratings);
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
