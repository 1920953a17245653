package uk.smartenergy.incident.problem.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.problem.ProblemQuery.FindSuggestions;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetSuggestion;
import uk.smartenergy.incident.api.problem.Suggestion;
import uk.smartenergy.incident.api.problem.SuggestionCommand.DismissSuggestion;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;

/** The Problems that the service suggests. */
@Tag(name = "Problems")
@RestController
@RequestMapping("/api/v1/problems/suggestions")
final class SuggestionsController {
    private static final int PAGE = 50;

    private final Messages messages;
    private final Sender sender;

    SuggestionsController(Messages messages, Sender sender) {
        this.messages = messages;
        this.sender = sender;
    }

    record SuggestionPage(List<Suggestion> items, @Nullable String nextCursor, long total, String note) {}

    record Dismissed(SuggestionId id, boolean changed) {}

    @Operation(
            summary = "Suggested Problems",
            description =
                    "Recurrences (same service and region, like words, within a period), and Major Incidents that no Problem names; each says why. Most Incidents first.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = SuggestionPage.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> findSuggestions(Inquiry inquiry) {
        Filled in = inquiry.as(ProblemQueries.SUGGESTIONS);
        List<Suggestion> all = messages.ask(new FindSuggestions(inquiry.viewer(), inquiry.moment(in)));
        String cursor = in.get(ProblemQueries.CURSOR);
        int from = cursor == null
                ? 0
                : 1 + all.stream().map(one -> one.id().value()).toList().indexOf(cursor);
        if (cursor != null && from == 0) {
            throw Problem.invalid("/cursor", "is of a suggestion that stands no more; begin anew");
        }
        int limit = in.or(ProblemQueries.LIMIT, inquiry.csv() ? all.size() : PAGE);
        List<Suggestion> page = all.subList(from, Math.min(all.size(), from + limit));
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(Suggestion.class, page)
                        : new SuggestionPage(
                                page,
                                from + page.size() < all.size()
                                        ? page.getLast().id().value()
                                        : null,
                                all.size(),
                                ReferenceData.NOTE));
    }

    @Operation(summary = "One suggested Problem")
    @GetMapping("/{suggestion}")
    Suggestion getSuggestion(@PathVariable String suggestion, Inquiry inquiry) {
        return find(inquiry.viewer(), inquiry.moment(), suggestion);
    }

    @Operation(
            summary = "Dismiss a suggestion",
            description = "It is hidden until another Incident joins its Incidents.")
    @PostMapping("/{suggestion}/dismissal")
    Dismissed dismissSuggestion(@PathVariable String suggestion, Asker asker, Body body) {
        Suggestion found = find(asker.viewer(), Moment.present(asker.now()), suggestion);
        Filled in = body.as(ProblemForms.DISMISSAL);
        RecordAccepted accepted = sender.<RecordAccepted>send(
                        new DismissSuggestion(
                                found.id(),
                                in.get(ProblemForms.OCCURRED_AT),
                                in.need(ProblemForms.GIVEN_WHY),
                                found.incidents()),
                        asker,
                        found.id().value())
                .answer();
        return new Dismissed(found.id(), accepted == null || accepted.changed());
    }

    private Suggestion find(Viewer viewer, Moment moment, String id) {
        return Optional.of(id)
                .filter(SuggestionId::isValid)
                .flatMap(valid -> messages.ask(new GetSuggestion(viewer, moment, new SuggestionId(valid))))
                .orElseThrow(() -> Problem.of(404, "SUGGESTION_NOT_FOUND", "There is no such suggestion"));
    }
}
