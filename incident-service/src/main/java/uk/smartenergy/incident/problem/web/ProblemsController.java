package uk.smartenergy.incident.problem.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemCommand.Beginnings;
import uk.smartenergy.incident.api.problem.ProblemCommand.OpenProblem;
import uk.smartenergy.incident.api.problem.ProblemDetail;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery.FindProblems;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetSuggestion;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.ProblemView;
import uk.smartenergy.incident.api.problem.Suggestion;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.RecordEntry;
import uk.smartenergy.incident.api.shared.RecordQuery.GetRecordTimeline;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.RecordTimeline;
import uk.smartenergy.incident.platform.web.Versions;

/** Opens and reads Problems. */
@Tag(
        name = "Problems",
        description = "What lies behind Incidents: its cause, its owner, by when, and what to do meanwhile.")
@RestController
@RequestMapping("/api/v1/problems")
final class ProblemsController {
    private static final int PAGE = 50;

    private final ProblemDesk desk;
    private final Messages messages;
    private final ProblemForms forms;
    private final ProblemQueries queries;

    ProblemsController(ProblemDesk desk, Messages messages, ProblemForms forms, ProblemQueries queries) {
        this.desk = desk;
        this.messages = messages;
        this.forms = forms;
        this.queries = queries;
    }

    record ProblemPage(List<ProblemView> items, @Nullable String nextCursor, long total) {}

    record ProblemTimelineRow(
            long sequence,
            String type,
            @Nullable String actor,
            @Nullable String actorParty,
            Instant occurredAt,
            Instant recordedAt) {}

    @Operation(
            summary = "Open a Problem",
            description =
                    "By hand, or following a suggestion with all its Incidents. What is RED is linked only with what is RED.")
    @Creates
    @PostMapping
    ResponseEntity<ProblemBody> openProblem(Asker asker, Body body) {
        if (asker.expectedVersion() != null) {
            throw Problem.of(412, "STALE_VERSION", "What is yet to be opened has no version that If-Match could name");
        }
        Filled in = body.as(forms.opening, (filled, faults) -> check(asker, filled, faults));
        Suggestion followed = suggestion(asker, in);
        Set<IncidentId> incidents = new LinkedHashSet<>(in.all(ProblemForms.INCIDENTS));
        if (followed != null) {
            incidents.addAll(followed.incidents());
        }
        Classification classification = classification(asker, in, followed);
        ProblemDetail opened = desk.open(
                asker,
                classification == Classification.RED,
                in.get(ProblemForms.SUGGESTION),
                id -> new OpenProblem(
                        id,
                        in.get(ProblemForms.OCCURRED_AT),
                        followed == null ? in.need(ProblemForms.TITLE) : in.or(ProblemForms.TITLE, followed.title()),
                        in.get(ProblemForms.DESCRIPTION),
                        in.or(ProblemForms.REASON, followed == null ? ProblemReason.UNKNOWN_CAUSE : followed.reason()),
                        given(in.all(forms.services), followed == null ? List.of() : followed.services()),
                        given(
                                forms.regions(in),
                                followed == null || followed.region() == null ? List.of() : List.of(followed.region())),
                        given(
                                in.all(forms.businessProcesses),
                                followed == null ? List.of() : followed.businessProcesses()),
                        in.or(ProblemForms.PRIORITY, ProblemPriority.P3),
                        in.get(ProblemForms.SYMPTOMS),
                        classification,
                        in.get(ProblemForms.SUGGESTION),
                        new Beginnings(
                                List.copyOf(incidents),
                                in.get(ProblemForms.OWNER),
                                in.get(ProblemForms.ROOT_CAUSE),
                                in.get(ProblemForms.WORKAROUND),
                                in.get(ProblemForms.TARGET_DATE),
                                in.get(ProblemForms.FIX_REFERENCE))));
        return ResponseEntity.created(
                        URI.create("/api/v1/problems/" + opened.overview().id()))
                .eTag(Versions.tag(opened.overview().version()))
                .body(ProblemBody.of(opened));
    }

    private static List<String> given(List<String> given, List<String> instead) {
        return given.isEmpty() ? instead : given;
    }

    private void check(Asker asker, Filled in, Faults faults) {
        if (in.get(ProblemForms.TITLE) == null && in.get(ProblemForms.SUGGESTION) == null) {
            faults.add("/title", "is required");
        }
        if (in.get(ProblemForms.SUGGESTION) != null && suggestion(asker, in) == null) {
            faults.add("/suggestion", "is not a suggestion that stands");
        }
        Classification said = in.get(ProblemForms.CLASSIFICATION);
        if (said == Classification.RED && !asker.viewer().cleared()) {
            throw Problem.of(403, "CLEARANCE_NEEDED", "Only security-cleared users may open what is RED");
        }
        List<IncidentId> incidents = in.all(ProblemForms.INCIDENTS);
        boolean red = said == null
                ? incidents.stream().anyMatch(one -> one.isDrawn() && desk.isSeen(asker.viewer(), one))
                : said == Classification.RED;
        for (int i = 0; i < incidents.size(); i++) {
            desk.mayBeLinked(asker.viewer(), incidents.get(i), red, "/incidents/" + i, faults);
        }
    }

    private @Nullable Suggestion suggestion(Asker asker, Filled in) {
        SuggestionId id = in.get(ProblemForms.SUGGESTION);
        return id == null
                ? null
                : messages.ask(new GetSuggestion(asker.viewer(), Moment.present(asker.now()), id))
                        .orElse(null);
    }

    private Classification classification(Asker asker, Filled in, @Nullable Suggestion followed) {
        Classification own = desk.narrowest(asker, in.all(ProblemForms.INCIDENTS));
        Classification least =
                followed != null && followed.classification().compareTo(own) > 0 ? followed.classification() : own;
        return in.or(ProblemForms.CLASSIFICATION, least);
    }

    @Operation(
            summary = "Find Problems",
            description =
                    "All filters that are given must hold; several values of one, repeated or parted by commas, are alternatives.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ProblemPage.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> findProblems(Inquiry inquiry) {
        Filled in = inquiry.as(queries.list);
        ProblemQueries.Sort sort = in.or(ProblemQueries.SORT, ProblemQueries.Sort.NEWEST_FIRST);
        Page<ProblemView> page = messages.ask(new FindProblems(
                inquiry.viewer(),
                inquiry.moment(in),
                queries.filter(in),
                sort.by(),
                sort.descending(),
                in.get(ProblemQueries.CURSOR),
                in.or(ProblemQueries.LIMIT, inquiry.csv() ? Integer.MAX_VALUE : PAGE)));
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(
                                ProblemBody.Row.class,
                                page.items().stream().map(ProblemBody.Row::of).toList())
                        : new ProblemPage(page.items(), page.nextCursor(), page.total()));
    }

    @Operation(summary = "One Problem in full", description = "With every slip of its target date.")
    @GetMapping("/{id}")
    ResponseEntity<ProblemBody> getProblem(@PathVariable String id, Inquiry inquiry) {
        return ProblemDesk.answer(desk.get(inquiry.viewer(), inquiry.moment(), id));
    }

    @Operation(summary = "Every event of a Problem", description = "Who, when it happened, and when it was recorded.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = RecordTimeline.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/{id}/timeline",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> getProblemTimeline(@PathVariable String id, Inquiry inquiry) {
        Moment moment = inquiry.moment();
        String record = desk.get(inquiry.viewer(), moment, id).overview().id().value();
        List<RecordEntry> entries = messages.ask(new GetRecordTimeline(inquiry.viewer(), moment, record))
                .orElse(List.of());
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(
                                ProblemTimelineRow.class,
                                entries.stream().map(ProblemsController::row).toList())
                        : RecordTimeline.of(entries));
    }

    private static ProblemTimelineRow row(RecordEntry entry) {
        return new ProblemTimelineRow(
                entry.sequence(),
                entry.type(),
                entry.actor(),
                entry.actorParty(),
                entry.occurredAt(),
                entry.recordedAt());
    }
}
