package uk.smartenergy.incident.incident.write;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Refusal.Kind;

/** Every refusal of a command on an Incident, with its stable code. */
final class Refusals {
    private Refusals() {}

    static Refusal notFound(IncidentId id) {
        return new Refusal(Kind.NOT_FOUND, "INCIDENT_NOT_FOUND", "There is no Incident " + id + ".", Map.of());
    }

    static Refusal exists(IncidentId id) {
        return new Refusal(Kind.CONFLICT, "INCIDENT_EXISTS", "There is an Incident " + id + " already.", Map.of());
    }

    static Refusal stale(long expected, long standing) {
        return new Refusal(
                Kind.STALE,
                "STALE_VERSION",
                "You have seen version " + expected + "; it is at version " + standing + " now.",
                Map.of("version", Long.toString(standing)));
    }

    static Refusal inFuture(Instant occurredAt, Instant now) {
        return new Refusal(
                Kind.INVALID,
                "OCCURRED_IN_FUTURE",
                "What is recorded must have happened: " + occurredAt + " is later than now, " + now + ".",
                Map.of("pointer", "/occurredAt"));
    }

    static Refusal tooLongAgo(Instant occurredAt) {
        return new Refusal(
                Kind.INVALID,
                "OCCURRED_TOO_LONG_AGO",
                "Nothing before 1970 is recorded: " + occurredAt + ".",
                Map.of("pointer", "/occurredAt"));
    }

    static Refusal beforeRaised(IncidentLife life, Instant occurredAt) {
        return new Refusal(
                Kind.CONFLICT,
                "OCCURRED_BEFORE_RAISED",
                life.id() + " was raised at " + life.raisedAt() + "; nothing can have happened to it at " + occurredAt
                        + ".",
                state(life));
    }

    /** @param then the state at the moment at which it should have happened */
    static Refusal impossible(IncidentLife life, IncidentCommand command, IncidentState then, Instant at) {
        String verb = passive(command);
        IncidentState now = life.lifecycle().state();
        boolean late = at.isBefore(life.latest());
        String was = late ? life.id() + " was " + then + " at " + at : life.id() + " is " + then;
        return new Refusal(
                Kind.CONFLICT,
                "INCIDENT_CANNOT_BE_" + verb.toUpperCase(Locale.ROOT).replace(' ', '_'),
                was + " and cannot be " + verb + (late && then != now ? " then; it is " + now + " now." : "."),
                Map.of("state", (late ? then : now).name()));
    }

    static Refusal contradicts(IncidentLife life, IncidentCommand command, Instant at, IncidentEvent later) {
        return new Refusal(
                Kind.CONFLICT,
                "CONTRADICTS_LATER_FACT",
                life.id() + " cannot have been " + passive(command) + " at " + at + ", because of what happened later: "
                        + later.getClass().getSimpleName() + " at " + later.occurredAt() + ". It is "
                        + life.lifecycle().state() + " now.",
                Map.of(
                        "state",
                        life.lifecycle().state().name(),
                        "laterFact",
                        later.getClass().getSimpleName(),
                        "laterOccurredAt",
                        later.occurredAt().toString()));
    }

    static Refusal levelNeeded(IncidentLife life) {
        return new Refusal(
                Kind.INVALID,
                "IMPACT_LEVEL_NEEDED",
                life.id() + " has no assessed impact, so the level must be given.",
                Map.of("pointer", "/level"));
    }

    static Refusal unknownLevel(String level, String known) {
        return new Refusal(
                Kind.INVALID,
                "ESCALATION_LEVEL_UNKNOWN",
                "There is no escalation level " + level + "; known are " + known + ".",
                Map.of("pointer", "/level"));
    }

    static Refusal unknownTemplate(String code) {
        return new Refusal(
                Kind.INVALID,
                "COMMUNICATION_TEMPLATE_UNKNOWN",
                "There is no communication template " + code + ".",
                Map.of("pointer", "/template"));
    }

    static Refusal incomplete(String template, List<CommunicationPart> missing) {
        String names = missing.stream().map(CommunicationPart::apiName).collect(joining(", "));
        return new Refusal(
                Kind.INVALID,
                "COMMUNICATION_INCOMPLETE",
                "The template " + template + " requires what is missing: " + names + ".",
                Map.of("missing", names));
    }

    static Refusal noSuchCommunication(IncidentLife life, int number) {
        return new Refusal(
                Kind.NOT_FOUND,
                "COMMUNICATION_NOT_FOUND",
                life.id() + " has no communication " + number + ".",
                Map.of());
    }

    static Refusal ratedBeforeCommunicated(IncidentLife life, int number) {
        return new Refusal(
                Kind.CONFLICT,
                "RATED_BEFORE_COMMUNICATED",
                "Communication " + number + " of " + life.id() + " cannot be rated before it was made.",
                state(life));
    }

    static Refusal nextUpdateBeforeThisOne(Instant at) {
        return new Refusal(
                Kind.INVALID,
                "NEXT_UPDATE_BEFORE_THIS_ONE",
                "The next update cannot be due before this one, which is of " + at + ".",
                Map.of("pointer", "/nextUpdateDue"));
    }

    static Refusal ratingOutOfRange() {
        return new Refusal(
                Kind.INVALID, "RATING_OUT_OF_RANGE", "A rating is from 1 to 5.", Map.of("pointer", "/rating"));
    }

    static Refusal linkedToItself(IncidentLife life) {
        return new Refusal(
                Kind.INVALID,
                "LINKED_TO_ITSELF",
                life.id() + " cannot be linked to itself.",
                Map.of("pointer", "/target"));
    }

    static Refusal badTarget(String form) {
        return new Refusal(
                Kind.INVALID,
                "LINK_TARGET_MALFORMED",
                "The target must be " + form + ".",
                Map.of("pointer", "/target"));
    }

    static Refusal noSuchDispute(IncidentLife life, int number) {
        return new Refusal(
                Kind.NOT_FOUND, "DISPUTE_NOT_FOUND", life.id() + " has no dispute " + number + ".", Map.of());
    }

    static Refusal disputedAlready(IncidentLife life, int number, String party) {
        return new Refusal(
                Kind.CONFLICT,
                "CATEGORY_DISPUTED_ALREADY",
                party + " disputes the category of " + life.id() + " already, in dispute " + number
                        + "; add evidence to that one.",
                Map.of("dispute", Integer.toString(number)));
    }

    static Refusal disputeEnded(IncidentLife life, int number, String state) {
        return new Refusal(
                Kind.CONFLICT,
                "DISPUTE_ENDED",
                "Dispute " + number + " of " + life.id() + " is " + state + " and open no more.",
                Map.of("disputeState", state));
    }

    static Refusal beforeDisputed(IncidentLife life, int number) {
        return new Refusal(
                Kind.CONFLICT,
                "BEFORE_DISPUTED",
                "Nothing can have become of dispute " + number + " of " + life.id() + " before it was raised.",
                state(life));
    }

    static Refusal notDecidedYet(IncidentLife life, Instant at) {
        return new Refusal(
                Kind.CONFLICT, "NOT_CATEGORISED", life.id() + " had no category at " + at + ".", state(life));
    }

    private static Map<String, String> state(IncidentLife life) {
        return Map.of("state", life.lifecycle().state().name());
    }

    /** As in "cannot be …". */
    private static String passive(IncidentCommand command) {
        return switch (command) {
            case IncidentCommand.RaiseIncident c -> "raised";
            case IncidentCommand.AssessImpact c -> "assessed";
            case IncidentCommand.CategoriseIncident c -> "categorised";
            case IncidentCommand.AssignIncident c -> "assigned";
            case IncidentCommand.RespondToIncident c -> "responded to";
            case IncidentCommand.PauseIncident c -> "paused";
            case IncidentCommand.ResumeIncident c -> "resumed";
            case IncidentCommand.EscalateIncident c -> "escalated";
            case IncidentCommand.CommunicateIncident c -> "communicated";
            case IncidentCommand.RateCommunication c -> "rated";
            case IncidentCommand.ResolveIncident c -> "resolved";
            case IncidentCommand.CloseIncident c -> "closed";
            case IncidentCommand.ReopenIncident c -> "reopened";
            case IncidentCommand.LinkIncident c -> "linked";
            case IncidentCommand.EscalateByItself c -> "escalated";
            case IncidentCommand.DisputeCategory c -> "disputed";
            case IncidentCommand.AddDisputeEvidence c -> "disputed";
            case IncidentCommand.WithdrawDispute c -> "withdrawn from dispute";
            case IncidentCommand.RuleOnDispute c -> "ruled on";
        };
    }
}
