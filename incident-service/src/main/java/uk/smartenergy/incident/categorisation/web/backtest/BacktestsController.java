package uk.smartenergy.incident.categorisation.web.backtest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.backtest.BacktestCommand.CancelBacktest;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestScope;
import uk.smartenergy.incident.api.backtest.BacktestScope.Requester;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Versions;

/** Past Incidents under another policy: requested, watched, read, and cancelled. */
@Tag(name = "Backtests", description = "A past period under another policy, with what it would have meant.")
@RestController
@RequestMapping(BacktestsController.PATH)
final class BacktestsController {
    static final String PATH = "/api/v1/categorisation-policies/backtests";

    private static final int PAGE = 50;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Pattern WAIT = Pattern.compile("\\bwait\\s*=\\s*\"?(\\d{1,4})");

    private final BacktestDesk desk;
    private final BacktestForms forms;

    BacktestsController(BacktestDesk desk, BacktestForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @Operation(
            summary = "Replay a period under another policy",
            description =
                    "Every Incident raised from `from` to `to`, as of and as known at one moment. Answers after 3 s at the latest, complete or not; with"
                            + " `Prefer: respond-async` at once, with `Prefer: wait=n` after n s at the latest.")
    @Creates
    @PostMapping
    ResponseEntity<BacktestBody> requestBacktest(
            Asker asker,
            Body body,
            @Parameter(description = "respond-async, or wait=n")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer) {
        Filled in = body.as(forms.backtest, BacktestsController::endsAfterItBegins);
        Instant now = asker.now();
        Instant knownAt = in.or(Inquiry.KNOWN_AT, now);
        BacktestScope scope = new BacktestScope(
                in.need(forms.policy),
                in.get(forms.baseline),
                in.need(BacktestForms.FROM),
                in.need(BacktestForms.TO),
                in.or(Inquiry.AS_OF, now),
                // What will be on record is not known yet, and would not stay the same.
                knownAt.isAfter(now) ? now : knownAt,
                Requester.of(asker.viewer()));
        BacktestId id = desk.request(asker, scope);
        desk.await(asker.viewer(), id, wait(prefer));
        BacktestView view = desk.view(asker.viewer(), id.value());
        return ResponseEntity.created(URI.create(PATH + "/" + id))
                .eTag(Versions.tag(view.version()))
                .body(desk.body(asker.viewer(), view));
    }

    private static void endsAfterItBegins(Filled in, Faults faults) {
        Instant from = in.get(BacktestForms.FROM);
        Instant to = in.get(BacktestForms.TO);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add("/to", "must not be before from");
        }
    }

    private static Duration wait(@Nullable String prefer) {
        if (prefer == null) {
            return USUAL_WAIT;
        }
        Matcher wait = WAIT.matcher(prefer);
        if (wait.find()) {
            Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
            return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
        }
        return prefer.contains("respond-async") ? Duration.ZERO : USUAL_WAIT;
    }

    @Operation(summary = "The backtests there are, the newest first")
    @GetMapping
    BacktestBody.OverviewPage findBacktests(Inquiry inquiry) {
        Filled in = inquiry.as(BacktestForms.LIST);
        return desk.list(inquiry.viewer(), in.or(BacktestForms.CURSOR, 0), inquiry.limit(in, BacktestForms.LIMIT));
    }

    @Operation(
            summary = "One backtest with its result so far",
            description = "With the first 500 changes; the others follow at `changesAt`.")
    @GetMapping("/{id}")
    ResponseEntity<BacktestBody> getBacktest(@PathVariable String id, Inquiry inquiry) {
        inquiry.as(BacktestForms.NOTHING);
        BacktestView view = desk.view(inquiry.viewer(), id);
        return ResponseEntity.ok().eTag(Versions.tag(view.version())).body(desk.body(inquiry.viewer(), view));
    }

    @Operation(
            summary = "The Incidents whose category differs",
            description = "In the order in which they were raised, each with its explanation under both policies.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = BacktestBody.ChangePage.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/{id}/changes",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> findBacktestChanges(@PathVariable String id, Inquiry inquiry) {
        Filled in = inquiry.as(BacktestForms.CHANGES);
        BacktestDesk.Wanted wanted = new BacktestDesk.Wanted(
                in.set(BacktestForms.OLD_CATEGORY), in.set(BacktestForms.NEW_CATEGORY), in.get(BacktestForms.RULED));
        BacktestView view = desk.view(inquiry.viewer(), id);
        int after = in.or(BacktestForms.CURSOR, 0);
        if (inquiry.csv()) {
            int most = in.or(BacktestForms.LIMIT, Integer.MAX_VALUE);
            return ResponseEntity.ok(
                    new Csv(BacktestBody.ChangeRow.class, desk.rows(inquiry.viewer(), view, wanted, after, most)));
        }
        Page<BacktestBody.Change> page =
                desk.changes(inquiry.viewer(), view, wanted, after, in.or(BacktestForms.LIMIT, PAGE));
        return ResponseEntity.ok(new BacktestBody.ChangePage(page.items(), page.nextCursor(), page.total()));
    }

    @Operation(summary = "Cancel a backtest", description = "What was replayed so far stays; nothing more follows.")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<BacktestBody> cancelBacktest(@PathVariable String id, Asker asker, Body body) {
        BacktestView view = desk.view(asker.viewer(), id);
        Filled in = body.as(BacktestForms.CANCELLATION);
        desk.send(asker, new CancelBacktest(view.id(), in.get(BacktestForms.REASON)));
        BacktestView cancelled = desk.view(asker.viewer(), id);
        return ResponseEntity.ok().eTag(Versions.tag(cancelled.version())).body(desk.body(asker.viewer(), cancelled));
    }
}
