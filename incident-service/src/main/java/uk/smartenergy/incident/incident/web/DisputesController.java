package uk.smartenergy.incident.incident.web;

import static uk.smartenergy.incident.incident.web.IncidentForms.OCCURRED_AT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.Precedents;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.web.IncidentDesk.Right;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Speaker;
import uk.smartenergy.incident.platform.web.Versions;

/** Disputes about an Incident's category, and the rulings that end them. */
@Tag(
        name = "Category disputes",
        description = "Who disagrees with a category, with what evidence, and what the Ops Group or SECAS ruled.")
@RestController
@RequestMapping("/api/v1/incidents/{id}/category-disputes")
final class DisputesController {
    private static final int PRECEDENTS = 10;

    private final IncidentDesk desk;
    private final Messages messages;

    DisputesController(IncidentDesk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    record DisputeList(List<DisputeBody> items, @Nullable String nextCursor, long total) {}

    @Operation(
            summary = "Dispute the category",
            description =
                    "By whoever sees the Incident, in the own party's name. A party has one open dispute of an Incident at a time.")
    @Creates
    @PostMapping
    ResponseEntity<DisputeBody> disputeCategory(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.SEES);
        Filled in = body.as(DisputeForms.DISPUTE);
        String party = Speaker.inTheNameOf(asker.viewer(), in.get(DisputeForms.PARTY), "dispute");
        Accepted accepted = desk.send(
                        asker,
                        new IncidentCommand.DisputeCategory(
                                incident,
                                in.get(OCCURRED_AT),
                                party,
                                in.get(DisputeForms.PROPOSED_CATEGORY),
                                in.need(DisputeForms.REASON),
                                in.get(DisputeForms.FIRST_EVIDENCE)))
                .answer();
        IncidentDetail detail = desk.get(asker, incident);
        return created(detail, accepted == null ? newestOf(party, detail) : raisedBy(accepted, party, detail));
    }

    @Operation(
            summary = "Add evidence to a dispute",
            description = "An Incident Party to its own party's dispute; the DCC, the Ops Group and SECAS to any.")
    @Creates
    @PostMapping("/{number}/evidence")
    ResponseEntity<DisputeBody> addDisputeEvidence(
            @PathVariable String id, @PathVariable String number, Asker asker, Body body) {
        Viewer viewer = asker.viewer();
        IncidentId incident = desk.mayAct(viewer, id, Right.SEES);
        Filled in = body.as(DisputeForms.MORE_EVIDENCE);
        IncidentDetail.Dispute dispute = find(desk.get(asker, incident), number);
        mayDo(isOwn(dispute, viewer) || Speaker.speaksForOthers(viewer));
        desk.send(
                asker,
                new IncidentCommand.AddDisputeEvidence(
                        incident,
                        in.get(OCCURRED_AT),
                        dispute.number(),
                        Speaker.nameOf(viewer),
                        in.need(DisputeForms.EVIDENCE),
                        in.get(DisputeForms.REFERENCE)));
        return created(desk.get(asker, incident), dispute.number());
    }

    @Operation(
            summary = "Withdraw a dispute",
            description = "By the party that raised it, or by the user who raised it in another's name.")
    @Creates
    @PostMapping("/{number}/withdrawal")
    ResponseEntity<DisputeBody> withdrawDispute(
            @PathVariable String id, @PathVariable String number, Asker asker, Body body) {
        Viewer viewer = asker.viewer();
        IncidentId incident = desk.mayAct(viewer, id, Right.SEES);
        Filled in = body.as(DisputeForms.WITHDRAWAL);
        IncidentDetail.Dispute dispute = find(desk.get(asker, incident), number);
        mayDo(isOwn(dispute, viewer) || viewer.is(Role.ADMIN) || viewer.name().equals(dispute.by()));
        desk.send(
                asker,
                new IncidentCommand.WithdrawDispute(
                        incident, in.get(OCCURRED_AT), dispute.number(), in.need(DisputeForms.WITHDRAWAL_REASON)));
        return created(desk.get(asker, incident), dispute.number());
    }

    @Operation(
            summary = "Rule on a dispute",
            description =
                    "By the Ops Group or SECAS. The ruling freezes the facts and the policy version; its category holds from when the decision ruled on had taken effect, until other facts are assessed.")
    @Creates
    @PostMapping("/{number}/ruling")
    ResponseEntity<DisputeBody> ruleOnDispute(
            @PathVariable String id, @PathVariable String number, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.SEES);
        Filled in = body.as(DisputeForms.RULING);
        IncidentDetail.Dispute dispute = find(desk.get(asker, incident), number);
        desk.send(
                asker,
                new IncidentCommand.RuleOnDispute(
                        incident,
                        in.get(OCCURRED_AT),
                        dispute.number(),
                        in.need(DisputeForms.CATEGORY),
                        in.need(DisputeForms.RULING_REASON)));
        return created(desk.get(asker, incident), dispute.number());
    }

    private static boolean isOwn(IncidentDetail.Dispute dispute, Viewer viewer) {
        return dispute.party().equals(Speaker.nameOf(viewer));
    }

    private static void mayDo(boolean allowed) {
        if (!allowed) {
            throw Problem.of(403, "NOT_YOUR_DISPUTE", "You may do this with your own party's dispute only");
        }
    }

    @Operation(summary = "The disputes about an Incident's category")
    @GetMapping
    DisputeList findCategoryDisputes(@PathVariable String id, Inquiry inquiry) {
        IncidentDetail detail = desk.get(inquiry.viewer(), inquiry.moment(), id);
        List<DisputeBody> all = detail.categoryDisputes().stream()
                .map(dispute -> DisputeBody.of(detail.overview().id(), dispute))
                .toList();
        return new DisputeList(all, null, all.size());
    }

    @Operation(summary = "One dispute, with its evidence and what became of it")
    @GetMapping("/{number}")
    ResponseEntity<DisputeBody> getCategoryDispute(
            @PathVariable String id, @PathVariable String number, Inquiry inquiry) {
        IncidentDetail detail = desk.get(inquiry.viewer(), inquiry.moment(), id);
        return ResponseEntity.ok()
                .eTag(Versions.tag(detail.overview().version()))
                .body(DisputeBody.of(detail.overview().id(), find(detail, number)));
    }

    @Operation(
            summary = "Earlier rulings on like facts",
            description =
                    "On other Incidents that the caller may see, made before this dispute's ruling, or by asOf. Nearest first: fewest facts that differ, then fewest steps between them, then the latest ruling.")
    @GetMapping("/{number}/precedents")
    Precedents findPrecedents(@PathVariable String id, @PathVariable String number, Inquiry inquiry) {
        Filled in = inquiry.as(DisputeForms.PRECEDENTS);
        Moment moment = inquiry.moment(in);
        IncidentDetail.Dispute dispute = find(desk.get(inquiry.viewer(), moment, id), number);
        return messages.ask(new IncidentQuery.GetPrecedents(
                        inquiry.viewer(),
                        moment,
                        IncidentDesk.existing(id),
                        dispute.number(),
                        in.or(DisputeForms.LIMIT, PRECEDENTS)))
                .orElseThrow(() -> IncidentDesk.notFound(id));
    }

    private static ResponseEntity<DisputeBody> created(IncidentDetail detail, int number) {
        IncidentId incident = detail.overview().id();
        return ResponseEntity.created(URI.create(DisputeBody.path(incident, number)))
                .eTag(Versions.tag(detail.overview().version()))
                .body(DisputeBody.of(incident, find(detail, String.valueOf(number))));
    }

    static IncidentDetail.Dispute find(IncidentDetail detail, String number) {
        return detail.categoryDisputes().stream()
                .filter(dispute -> String.valueOf(dispute.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "DISPUTE_NOT_FOUND", "The Incident has no such dispute"));
    }

    /** The dispute that a command led to: its event is the last of the version that the command made. */
    private static int raisedBy(Accepted accepted, String party, IncidentDetail detail) {
        return detail.categoryDisputes().stream()
                .filter(dispute -> dispute.sequence() == accepted.version())
                .mapToInt(IncidentDetail.Dispute::number)
                .findFirst()
                .orElseGet(() -> newestOf(party, detail));
    }

    /** A party has one open at a time, so its last is the one that an earlier request with the same key raised. */
    private static int newestOf(String party, IncidentDetail detail) {
        return detail.categoryDisputes().stream()
                .filter(dispute -> dispute.party().equals(party))
                .mapToInt(IncidentDetail.Dispute::number)
                .max()
                .orElse(0);
    }
}
