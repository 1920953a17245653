package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.DecidesByPolicy;

/** What can be asked of an Incident. {@code occurredAt} is when it happened; {@code null}: at the moment of recording. */
public sealed interface IncidentCommand extends Command {

    IncidentId incidentId();

    @Nullable
    Instant occurredAt();

    /**
     * Raise an Incident. Its category follows by the policy in force from {@code impact}, unless {@code category} says that it was decided
     * elsewhere (imports only); one of the two is always there.
     *
     * @param businessProcesses by their names in the reference data, as are services and region
     * @param categoryElsewhere the category, if it was decided outside this service
     */
    record RaiseIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            String summary,
            @Nullable String description,
            IncidentType type,
            Raiser raisedBy,
            List<String> services,
            List<String> businessProcesses,
            @Nullable String region,
            @Nullable String deviceOrMeterPoint,
            @Nullable Impact impact,
            @Nullable Category categoryElsewhere,
            @Nullable Category proposedCategory,
            @Nullable String triage,
            List<IncidentId> relatedIncidents,
            @Nullable String externalReference,
            Classification classification)
            implements IncidentCommand, DecidesByPolicy {
        public RaiseIncident {
            services = List.copyOf(services);
            businessProcesses = List.copyOf(businessProcesses);
            relatedIncidents = List.copyOf(relatedIncidents);
            if (impact == null && categoryElsewhere == null) {
                throw new IllegalArgumentException("An Incident needs an impact, or a category decided elsewhere");
            }
        }
    }

    /**
     * New facts; the category follows by the policy in force at that time.
     *
     * @param businessProcesses {@code null}: as they stand
     */
    record AssessImpact(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            ImpactChange impact,
            @Nullable List<String> businessProcesses,
            @Nullable String reason)
            implements IncidentCommand, DecidesByPolicy {}

    /** Take over a category that was decided elsewhere (imports only). */
    record CategoriseIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            Category category,
            @Nullable String reason)
            implements IncidentCommand {}

    record AssignIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            String resolver,
            @Nullable String reason)
            implements IncidentCommand {}

    record RespondToIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            @Nullable String comment) implements IncidentCommand {}

    /** Stop the clocks while the Incident waits for its raiser's information. */
    record PauseIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            String reason,
            @Nullable String evidence)
            implements IncidentCommand {}

    record ResumeIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            @Nullable String comment) implements IncidentCommand {}

    /** @param level by its code in the reference data */
    record EscalateIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            String level,
            String reason) implements IncidentCommand {}

    /** Escalate by itself, once for each trigger; what was triggered before, or could not have escalated then, is left out. */
    record EscalateByItself(@TargetAggregateIdentifier IncidentId incidentId, List<Crossing> crossings)
            implements IncidentCommand {
        public EscalateByItself {
            crossings = List.copyOf(crossings);
        }

        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }

        /**
         * @param at when it was due
         * @param trigger names it for ever, for example {@code CATEGORY_1 resolution 75%}
         */
        public record Crossing(Instant at, String level, String reason, String trigger) {}
    }

    /** @param party who disagrees */
    record DisputeCategory(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            String party,
            @Nullable Category proposedCategory,
            String reason,
            @Nullable String evidence)
            implements IncidentCommand {}

    record AddDisputeEvidence(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            int dispute,
            @Nullable String party,
            String evidence,
            @Nullable String reference)
            implements IncidentCommand {}

    record WithdrawDispute(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            int dispute,
            String reason) implements IncidentCommand {}

    record RuleOnDispute(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            int dispute,
            Category category,
            String reason)
            implements IncidentCommand, DecidesByPolicy {}

    /**
     * Tell Interested Parties how things stand.
     *
     * @param template the code of the template that the writer follows, all of whose required content must be given; {@code null}: that of the
     *     category
     * @param history whether this was sent elsewhere, so that it is taken as it is; it is judged only if it gives more than a text
     */
    record CommunicateIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            CommunicationContent content,
            @Nullable String template,
            boolean history)
            implements IncidentCommand {

        /** One that was sent elsewhere. */
        public CommunicateIncident(IncidentId incidentId, @Nullable Instant occurredAt, CommunicationContent content) {
            this(incidentId, occurredAt, content, null, true);
        }
    }

    /** @param rating 1 (poor) to 5 (good). @param reader whose it is */
    record RateCommunication(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            int communication,
            int rating,
            @Nullable String comment,
            String reader)
            implements IncidentCommand {}

    record ResolveIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            @Nullable String resolution) implements IncidentCommand {}

    /**
     * Close a resolved Incident.
     *
     * @param withoutObjectionSince the resolution to which nobody objected in time, if this closes by itself; {@code null}: somebody closes it
     */
    record CloseIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            @Nullable String comment,
            @Nullable Instant withoutObjectionSince)
            implements IncidentCommand {}

    record ReopenIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            String reason) implements IncidentCommand {}

    /** @param target the other record's reference */
    record LinkIncident(
            @TargetAggregateIdentifier IncidentId incidentId,
            @Nullable Instant occurredAt,
            LinkType type,
            String target,
            @Nullable String comment)
            implements IncidentCommand {}
}
