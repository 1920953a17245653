package uk.smartenergy.incident.regulatory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.ChallengeView;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.RegisterRecord.Circle;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ActionTerms;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ChallengeReport;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.RaiseAction;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.About;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindChallenges;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Pages;
import uk.smartenergy.incident.platform.web.Speaker;
import uk.smartenergy.incident.platform.web.Versions;
import uk.smartenergy.incident.regulatory.web.RegulatoryDesk.Place;

/** Challenges to the DCC's reports, each of which becomes an action, and actions that come of no challenge. */
@Tag(name = "Report register")
@RestController
@RequestMapping("/api/v1/regulatory-reports")
final class ChallengesController {
    private static final String DCC = "DCC";

    private final Messages messages;
    private final RegulatoryDesk desk;

    ChallengesController(Messages messages, RegulatoryDesk desk) {
        this.messages = messages;
        this.desk = desk;
    }

    /** Where what is said about a report goes: beside its last submission, and as visible as that. */
    private record Target(RegisterRecord record, Classification classification) {
        static Target of(Place place, RegisterRow row) {
            Classification last = row.submissions().isEmpty()
                    ? Classification.GREEN
                    : row.submissions().getLast().submission().classification();
            return new Target(new RegisterRecord(place.report().code(), place.period(), Circle.of(last)), last);
        }
    }

    @Operation(
            summary = "Challenge a report",
            description =
                    "By the Ops Group and SECAS, and by an Incident Party in its own name. It becomes an action with an owner and a due date. Of an outage that is said to be missing, the answer shows the Incidents that the report leaves out.")
    @Creates
    @PostMapping("/{code}/{period}/challenges")
    ResponseEntity<ChallengeView> challengeReport(
            @PathVariable String code, @PathVariable String period, Asker asker, Body body) {
        Place place = desk.place(code, period);
        Filled in = body.as(RegulatoryForms.CHALLENGE, (filled, faults) -> {
            int unknown = desk.firstUnknown(asker.viewer(), filled.all(RegulatoryForms.INCIDENTS));
            if (unknown >= 0) {
                faults.add("/incidents/" + unknown, "is not the reference of an Incident that is there");
            }
        });
        String raisedBy = Speaker.inTheNameOf(asker.viewer(), in.get(RegulatoryForms.RAISED_BY), "challenge");
        Target target = Target.of(place, desk.row(asker, place));
        List<String> incidents = in.all(RegulatoryForms.INCIDENTS);
        desk.mayName(asker.viewer(), asker.now(), incidents, target.classification());
        ChallengeReport command = new ChallengeReport(
                target.record().id(),
                in.get(RegulatoryForms.OCCURRED_AT),
                in.need(RegulatoryForms.KIND),
                in.need(RegulatoryForms.TEXT),
                raisedBy,
                incidents,
                terms(asker, in),
                target.classification());
        desk.send(asker, command);
        ChallengeView challenge = desk.row(asker, place).challenges().stream()
                .filter(one -> isFrom(command, one))
                .reduce((one, later) -> later)
                .orElseThrow(() -> new IllegalStateException("The challenge is not on record"));
        return ResponseEntity.created(URI.create("/api/v1/regulatory-reports/challenges/" + challenge.id()))
                .eTag(Versions.tag(challenge.version()))
                .body(challenge);
    }

    private static boolean isFrom(ChallengeReport command, ChallengeView view) {
        return view.kind() == command.kind()
                && view.text().equals(command.text())
                && view.raisedBy().equals(command.raisedBy())
                && view.incidents().equals(command.incidents());
    }

    private ActionTerms terms(Asker asker, Filled in) {
        Filled action = in.get(RegulatoryForms.ACTION);
        Instant at = in.or(RegulatoryForms.OCCURRED_AT, asker.now());
        String text = in.need(RegulatoryForms.TEXT);
        return action == null
                ? terms(at, text, null, null)
                : terms(
                        at,
                        action.or(RegulatoryForms.ACTION_TEXT, text),
                        action.get(RegulatoryForms.OWNER),
                        action.get(RegulatoryForms.DUE_ON));
    }

    private ActionTerms terms(Instant at, String text, @Nullable String owner, @Nullable LocalDate dueOn) {
        return new ActionTerms(
                text, owner == null ? DCC : owner, dueOn == null ? desk.dueOn(RegulatoryDesk.dayOf(at)) : dueOn);
    }

    @Operation(summary = "Raise an action that comes of no challenge")
    @Creates
    @PostMapping("/{code}/{period}/actions")
    ResponseEntity<ActionView> raiseAction(
            @PathVariable String code, @PathVariable String period, Asker asker, Body body) {
        Place place = desk.place(code, period);
        Filled in = body.as(RegulatoryForms.RAISED_ACTION);
        Target target = Target.of(place, desk.row(asker, place));
        ActionTerms terms = terms(
                in.or(RegulatoryForms.OCCURRED_AT, asker.now()),
                in.need(RegulatoryForms.WANTED),
                in.get(RegulatoryForms.OWNER),
                in.get(RegulatoryForms.DUE_ON));
        desk.send(
                asker,
                new RaiseAction(
                        target.record().id(), in.get(RegulatoryForms.OCCURRED_AT), terms, target.classification()));
        ActionView action = desk.row(asker, place).actions().stream()
                .filter(one -> one.text().equals(terms.text()) && one.owner().equals(terms.owner()))
                .reduce((one, later) -> later)
                .orElseThrow(() -> new IllegalStateException("The action is not on record"));
        return ResponseEntity.created(URI.create(ActionsController.PATH + "/" + action.id()))
                .eTag(Versions.tag(action.version()))
                .body(action);
    }

    record ChallengeList(
            List<ChallengeView> items, @Nullable String nextCursor, long total) {}

    @Operation(summary = "All challenges", description = "In the order in which they were raised.")
    @GetMapping("/challenges")
    ChallengeList findChallenges(Inquiry inquiry) {
        Filled in = inquiry.as(RegulatoryForms.CHALLENGES);
        About about = new About(in.get(RegulatoryForms.ABOUT_REPORT), in.get(RegulatoryForms.ABOUT_PERIOD));
        Page<ChallengeView> page = Pages.of(
                messages.ask(new FindChallenges(
                        inquiry.viewer(),
                        inquiry.moment(in),
                        about,
                        in.set(RegulatoryForms.KINDS),
                        in.get(RegulatoryForms.ANSWERED))),
                ChallengeView::id,
                inquiry,
                in);
        return new ChallengeList(page.items(), page.nextCursor(), page.total());
    }

    @Operation(summary = "One challenge")
    @GetMapping("/challenges/{id}")
    ResponseEntity<ChallengeView> getChallenge(@PathVariable String id, Inquiry inquiry) {
        ChallengeView challenge = desk.challenge(inquiry.viewer(), inquiry.moment(), id);
        return ResponseEntity.ok().eTag(Versions.tag(challenge.version())).body(challenge);
    }
}
