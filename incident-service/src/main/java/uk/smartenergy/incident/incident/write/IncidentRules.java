package uk.smartenergy.incident.incident.write;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.CommunicationStandard;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.reference.CommunicationTemplates;
import uk.smartenergy.incident.platform.reference.EscalationLevels;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/**
 * What a command on an Incident leads to: events, a refusal, or nothing if it changes nothing.
 *
 * <ul>
 *   <li>Nothing has happened later than it is recorded, nor before the raising.
 *   <li>A fact is taken if the whole life, as {@link Lifecycle} judges it, stays possible with it in its place in time, however late it is recorded.
 *   <li>What repeats the same Resolver, impact, escalation level, link, or category decided elsewhere changes nothing.
 *   <li>Resolving what nobody has responded to records the response at the same moment.
 *   <li>Closing what has closed by itself changes nothing.
 *   <li>Closing without objection counts only for the resolution that it names.
 *   <li>A Security Incident is RED.
 *   <li>It escalates by itself once for each trigger, and only while it is open and not pending.
 *   <li>An update keeps what its template required when it was made. One that says which template it follows gives all that is required.
 *   <li>A party has one open dispute at a time; a dispute ends once, by a ruling or by withdrawing it.
 *   <li>What is ruled stands until other facts are assessed: the same facts do not undo it.
 * </ul>
 */
public final class IncidentRules {
    private static final Pattern PROBLEM = Pattern.compile("PBI\\d{12}");

    private final ReferenceData reference;
    private final PoliciesInForce policies;

    public IncidentRules(ReferenceData reference, PoliciesInForce policies) {
        this.reference = reference;
        this.policies = policies;
    }

    /** @param life {@code null} if there is no such Incident yet */
    public List<IncidentEvent> decide(@Nullable IncidentLife life, IncidentCommand command, Recording recording) {
        if (command instanceof RaiseIncident raise) {
            return raise(life, raise, recording);
        }
        if (life == null) {
            throw Refusals.notFound(command.incidentId());
        }
        Instant at = occurredAt(life, command, recording);
        return switch (command) {
            case RaiseIncident raise -> throw Refusals.exists(life.id());
            case AssessImpact assess -> assess(life, assess, at);
            case CategoriseIncident categorise -> categorise(life, categorise, at);
            case AssignIncident assign -> assign(life, assign, at);
            case RespondToIncident respond ->
                possible(life, respond, new IncidentRespondedTo(life.id(), at, false, respond.comment()));
            case PauseIncident pause ->
                possible(life, pause, new IncidentPaused(life.id(), at, pause.reason(), pause.evidence()));
            case ResumeIncident resume -> possible(life, resume, new IncidentResumed(life.id(), at, resume.comment()));
            case EscalateIncident escalate -> escalate(life, escalate, at);
            case EscalateByItself escalate -> escalateByItself(life, escalate, recording);
            case DisputeCategory dispute -> dispute(life, dispute, at);
            case AddDisputeEvidence add -> {
                openDispute(life, add.dispute(), at);
                yield List.of(new DisputeEvidenceAdded(
                        life.id(), at, add.dispute(), add.party(), add.evidence(), add.reference()));
            }
            case WithdrawDispute withdraw -> {
                openDispute(life, withdraw.dispute(), at);
                yield List.of(new DisputeWithdrawn(life.id(), at, withdraw.dispute(), withdraw.reason()));
            }
            case RuleOnDispute rule -> rule(life, rule, at);
            case CommunicateIncident communicate -> communicate(life, communicate, at);
            case RateCommunication rate -> rate(life, rate, at);
            case ResolveIncident resolve -> resolve(life, resolve, at);
            case CloseIncident close -> close(life, close, at);
            case ReopenIncident reopen -> possible(life, reopen, new IncidentReopened(life.id(), at, reopen.reason()));
            case LinkIncident link -> link(life, link, at);
        };
    }

    private List<IncidentEvent> raise(@Nullable IncidentLife life, RaiseIncident raise, Recording recording) {
        if (life != null) {
            throw Refusals.exists(life.id());
        }
        Instant at = raise.occurredAt() == null ? recording.now() : happened(raise.occurredAt(), recording);
        IncidentRaised raised = new IncidentRaised(
                raise.incidentId(),
                at,
                raise.summary(),
                raise.description(),
                raise.type(),
                raise.raisedBy(),
                raise.services(),
                raise.businessProcesses(),
                raise.region(),
                raise.deviceOrMeterPoint(),
                raise.impact(),
                raise.proposedCategory(),
                raise.triage(),
                raise.relatedIncidents(),
                raise.externalReference(),
                raise.type() == IncidentType.SECURITY ? Classification.RED : raise.classification());
        return List.of(raised, new IncidentCategorised(raise.incidentId(), at, firstDecision(raise, at)));
    }

    private CategoryDecision firstDecision(RaiseIncident raise, Instant at) {
        Impact impact = raise.impact();
        if (raise.categoryElsewhere() != null) {
            CategorisationFacts facts =
                    impact == null ? null : CategorisationFacts.of(impact, raise.businessProcesses());
            return CategoryDecision.elsewhere(raise.categoryElsewhere(), facts, null);
        }
        if (impact == null) {
            throw new IllegalArgumentException("An Incident needs an impact, or a category decided elsewhere");
        }
        return decision(impact, raise.businessProcesses(), at);
    }

    private CategoryDecision decision(Impact impact, List<String> businessProcesses, Instant at) {
        return policies.book().activeAt(at).decide(impact, businessProcesses);
    }

    private List<IncidentEvent> assess(IncidentLife life, AssessImpact assess, Instant at) {
        Impact standing = life.impactAt(at);
        Impact impact = assess.impact().appliedTo(standing);
        if (impact == null) {
            throw Refusals.levelNeeded(life);
        }
        List<String> before = life.businessProcessesAt(at);
        List<String> processes = assess.businessProcesses() == null ? before : assess.businessProcesses();
        CategoryDecision decision = decision(impact, processes, at);
        ImpactAssessed assessed = new ImpactAssessed(life.id(), at, impact, processes, assess.reason());
        List<IncidentEvent> events = isRuledOnSameFacts(decision, life, at)
                ? possible(life, assess, assessed)
                : possible(life, assess, assessed, new IncidentCategorised(life.id(), at, decision));
        boolean same = impact.equals(standing)
                && new HashSet<>(processes).equals(new HashSet<>(before))
                && sameOutcome(decision, life.decisionAt(at));
        return same ? List.of() : events;
    }

    /** What a ruling stands on is said again, in other words perhaps: then it stands. */
    private static boolean isRuledOnSameFacts(CategoryDecision decision, IncidentLife life, Instant at) {
        CategoryDecision standing = life.decisionAt(at);
        Impact impact = life.impactAt(at);
        return standing != null
                && standing.basis() == CategoryDecision.Basis.RULED
                && impact != null
                && Objects.requireNonNull(decision.facts())
                        .isLike(CategorisationFacts.of(impact, life.businessProcessesAt(at)));
    }

    private static boolean sameOutcome(CategoryDecision decision, @Nullable CategoryDecision standing) {
        if (standing != null && standing.basis() == CategoryDecision.Basis.RULED) {
            return decision.basis() == CategoryDecision.Basis.POLICY || decision.category() == standing.category();
        }
        return standing != null
                && decision.category() == standing.category()
                && decision.basis() == standing.basis()
                && Optional.ofNullable(decision.policyVersion()).equals(Optional.ofNullable(standing.policyVersion()));
    }

    private static List<IncidentEvent> categorise(IncidentLife life, CategoriseIncident categorise, Instant at) {
        CategoryDecision decision = CategoryDecision.elsewhere(categorise.category(), null, categorise.reason());
        List<IncidentEvent> events = possible(life, categorise, new IncidentCategorised(life.id(), at, decision));
        return sameOutcome(decision, life.decisionAt(at)) ? List.of() : events;
    }

    private static List<IncidentEvent> assign(IncidentLife life, AssignIncident assign, Instant at) {
        List<IncidentEvent> events =
                possible(life, assign, new IncidentAssigned(life.id(), at, assign.resolver(), assign.reason()));
        return assign.resolver().equals(life.lifecycleAt(at).resolver()) ? List.of() : events;
    }

    private List<IncidentEvent> escalate(IncidentLife life, EscalateIncident escalate, Instant at) {
        EscalationLevels levels = reference.escalationLevels();
        String level = levels.find(escalate.level())
                .orElseThrow(() -> Refusals.unknownLevel(
                        escalate.level(),
                        levels.all().stream().map(EscalationLevels.Level::code).collect(joining(", "))))
                .code();
        List<IncidentEvent> events =
                possible(life, escalate, new IncidentEscalated(life.id(), at, level, escalate.reason()));
        // Said again without a time of its own it is a repeat; with one, it happened again. What the service did by
        // itself nobody has said yet.
        IncidentEscalated last = life.escalationAt(at);
        boolean repeated =
                escalate.occurredAt() == null && last != null && last.trigger() == null && level.equals(last.level());
        return repeated ? List.of() : events;
    }

    private static List<IncidentEvent> escalateByItself(
            IncidentLife life, EscalateByItself escalate, Recording recording) {
        List<IncidentEvent> events = new ArrayList<>();
        for (EscalateByItself.Crossing crossing : escalate.crossings()) {
            IncidentState then = life.lifecycleAt(crossing.at()).state();
            boolean due = !crossing.at().isAfter(recording.now())
                    && !crossing.at().isBefore(life.raisedAt())
                    && then.isOpen()
                    && then != IncidentState.PENDING;
            if (due && !life.wasTriggered(crossing.trigger())) {
                events.add(new IncidentEscalated(
                        life.id(), crossing.at(), crossing.level(), crossing.reason(), crossing.trigger()));
            }
        }
        return events;
    }

    private static List<IncidentEvent> dispute(IncidentLife life, DisputeCategory dispute, Instant at) {
        life.disputes()
                .filter(earlier -> earlier.party().equals(dispute.party()))
                .filter(earlier -> life.endOfDispute(earlier.number()).isEmpty())
                .findFirst()
                .ifPresent(open -> {
                    throw Refusals.disputedAlready(life, open.number(), open.party());
                });
        int number = 1 + (int) life.disputes().count();
        return List.of(new CategoryDisputed(
                life.id(),
                at,
                number,
                dispute.party(),
                standing(life, at).category(),
                dispute.proposedCategory(),
                dispute.reason(),
                dispute.evidence()));
    }

    private static CategoryDecision standing(IncidentLife life, Instant at) {
        CategoryDecision standing = life.decisionAt(at);
        if (standing == null) {
            throw Refusals.notDecidedYet(life, at);
        }
        return standing;
    }

    private static void openDispute(IncidentLife life, int number, Instant at) {
        CategoryDisputed dispute = life.disputes()
                .filter(disputed -> disputed.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusals.noSuchDispute(life, number));
        life.endOfDispute(number).ifPresent(end -> {
            throw Refusals.disputeEnded(life, number, end);
        });
        if (at.isBefore(dispute.occurredAt())) {
            throw Refusals.beforeDisputed(life, number);
        }
    }

    /** The ruling, and the category that follows from it: from when the decision took effect that is ruled on. */
    private List<IncidentEvent> rule(IncidentLife life, RuleOnDispute rule, Instant at) {
        openDispute(life, rule.dispute(), at);
        CategoryDecision ruledOn = withReasons(standing(life, at), life, at);
        Instant since = Objects.requireNonNull(life.decidedAt(at));
        CategoryDecision ruled = new CategoryDecision(
                rule.category(),
                CategoryDecision.Basis.RULED,
                ruledOn.policyVersion(),
                ruledOn.facts(),
                ruledOn.limbs(),
                rule.reason());
        return List.of(
                new CategoryRuled(life.id(), at, rule.dispute(), rule.category(), rule.reason(), ruledOn, since),
                new IncidentCategorised(life.id(), since, ruled));
    }

    /** The facts and findings of a decision, made again by the version that made it. */
    private CategoryDecision withReasons(CategoryDecision decision, IncidentLife life, Instant at) {
        Impact impact = life.impactAt(at);
        CategorisationFacts facts =
                impact == null ? null : CategorisationFacts.of(impact, life.businessProcessesAt(at));
        String version = decision.policyVersion();
        List<CategoryDecision.LimbFinding> limbs = facts == null || version == null
                ? List.of()
                : life.decisionRecordedAt(at)
                        .map(recordedAt -> policies.book().find(version, recordedAt))
                        .orElseGet(() -> policies.book().find(version))
                        .map(policy -> policy.decide(facts).limbs())
                        .orElse(List.of());
        return new CategoryDecision(decision.category(), decision.basis(), version, facts, limbs, decision.reason());
    }

    private List<IncidentEvent> communicate(IncidentLife life, CommunicateIncident communicate, Instant at) {
        Instant nextDue = communicate.content().nextUpdateDue();
        if (nextDue != null && nextDue.isBefore(at)) {
            throw Refusals.nextUpdateBeforeThisOne(at);
        }
        int number = 1 + (int) life.communications().count();
        return possible(
                life,
                communicate,
                new IncidentCommunicated(
                        life.id(), at, number, communicate.content(), standardOf(life, communicate, at)));
    }

    /** What is required of an update; {@code null} if there is nothing to judge it by. */
    private @Nullable CommunicationStandard standardOf(IncidentLife life, CommunicateIncident communicate, Instant at) {
        CommunicationTemplates templates = reference.communicationTemplates();
        String code = communicate.template();
        CategoryDecision decision = life.decisionAt(at);
        CommunicationTemplates.Template template;
        if (code != null) {
            template = templates.find(code).orElseThrow(() -> Refusals.unknownTemplate(code));
        } else if (decision != null) {
            template = templates.of(decision.category());
        } else {
            return null;
        }
        CommunicationStandard standard = template.standard();
        if (communicate.history()) {
            boolean onlyText = communicate
                    .content()
                    .equals(CommunicationContent.of(communicate.content().text()));
            return onlyText ? null : standard;
        }
        boolean mustBeComplete = code != null || template.incomplete() == CommunicationTemplates.Incomplete.REFUSED;
        List<CommunicationPart> missing = standard.missingIn(communicate.content());
        if (mustBeComplete && !missing.isEmpty()) {
            throw Refusals.incomplete(standard.template(), missing);
        }
        return standard;
    }

    private static List<IncidentEvent> rate(IncidentLife life, RateCommunication rate, Instant at) {
        IncidentCommunicated rated = life.communications()
                .filter(communicated -> communicated.number() == rate.communication())
                .findFirst()
                .orElseThrow(() -> Refusals.noSuchCommunication(life, rate.communication()));
        if (rate.rating() < 1 || rate.rating() > 5) {
            throw Refusals.ratingOutOfRange();
        }
        if (at.isBefore(rated.occurredAt())) {
            throw Refusals.ratedBeforeCommunicated(life, rate.communication());
        }
        return List.of(new CommunicationRated(
                life.id(), at, rate.communication(), rate.rating(), rate.comment(), rate.reader()));
    }

    private static List<IncidentEvent> resolve(IncidentLife life, ResolveIncident resolve, Instant at) {
        IncidentResolved resolved = new IncidentResolved(life.id(), at, resolve.resolution());
        return life.lifecycleAt(at).respondedAt() != null
                ? possible(life, resolve, resolved)
                : possible(life, resolve, new IncidentRespondedTo(life.id(), at, true, null), resolved);
    }

    private static List<IncidentEvent> close(IncidentLife life, CloseIncident close, Instant at) {
        Instant since = close.withoutObjectionSince();
        if (since != null) {
            return since.equals(life.lifecycle().resolvedAt())
                            && life.lifecycle().closedAt() == null
                    ? possible(life, close, new IncidentClosed(life.id(), at, close.comment(), since))
                    : List.of();
        }
        List<IncidentEvent> events = possible(life, close, new IncidentClosed(life.id(), at, close.comment(), null));
        return close.occurredAt() == null && life.lifecycle().closedByItself() ? List.of() : events;
    }

    private static List<IncidentEvent> link(IncidentLife life, LinkIncident link, Instant at) {
        if (link.type().isToIncident() && !IncidentId.isValid(link.target())) {
            throw Refusals.badTarget("an Incident's reference, INC and 12 digits");
        }
        if (link.type() == LinkType.PROBLEM && !PROBLEM.matcher(link.target()).matches()) {
            throw Refusals.badTarget("a Problem's reference, PBI and 12 digits");
        }
        if (link.target().equals(life.id().value())) {
            throw Refusals.linkedToItself(life);
        }
        return life.isLinked(link.type(), link.target())
                ? List.of()
                : possible(life, link, new IncidentLinked(life.id(), at, link.type(), link.target(), link.comment()));
    }

    /** When it happened: as said, or now, but never before what is known already. */
    private static Instant occurredAt(IncidentLife life, IncidentCommand command, Recording recording) {
        if (command.occurredAt() == null) {
            return recording.now().isBefore(life.latest()) ? life.latest() : recording.now();
        }
        Instant at = happened(command.occurredAt(), recording);
        if (at.isBefore(life.raisedAt())) {
            throw Refusals.beforeRaised(life, at);
        }
        return at;
    }

    private static Instant happened(Instant occurredAt, Recording recording) {
        if (occurredAt.isAfter(recording.now())) {
            throw Refusals.inFuture(occurredAt, recording.now());
        }
        if (occurredAt.isBefore(Instant.EPOCH)) {
            throw Refusals.tooLongAgo(occurredAt);
        }
        return occurredAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The events, which happened at one moment, if the whole life is possible with them. */
    private static List<IncidentEvent> possible(IncidentLife life, IncidentCommand command, IncidentEvent... events) {
        Instant at = events[0].occurredAt();
        Lifecycle before = life.lifecycleAt(at);
        Lifecycle then = before;
        for (IncidentEvent event : events) {
            then = then.after(event).orElseThrow(() -> Refusals.impossible(life, command, before.state(), at));
        }
        life.contradicting(at, then).ifPresent(later -> {
            throw Refusals.contradicts(life, command, at, later);
        });
        return List.of(events);
    }
}
