package uk.smartenergy.incident.incident.web.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.FeedEntry;
import uk.smartenergy.incident.api.incident.IncidentQuery.FeedPage;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetFeed;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;

/** The feed: every event in the order in which it was recorded, resumable from any position. */
@Tag(name = "Feed", description = "Everything that happened, for other systems.")
@RestController
class FeedController {
    static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final int DEFAULT_LIMIT = 50;

    static final Field<Long> POSITION = position("position", "Only events after this position; default 0.");
    static final Field<Long> AFTER = position("after", "The same as position.");
    static final Field<Long> CURSOR = position("cursor", "The nextCursor of the page before.");
    static final Field<Integer> LIMIT = Field.integer("limit", 1, 500, "How many at most; default 50.");
    static final Form FORM = Form.of("FeedRequest", POSITION, AFTER, CURSOR, LIMIT);

    private final Messages messages;
    private final FeedStreams streams;

    FeedController(Messages messages, FeedStreams streams) {
        this.messages = messages;
        this.streams = streams;
    }

    /**
     * A page of the feed.
     *
     * @param nextPosition what to ask with next, also where there was nothing new
     * @param nextCursor the same while there may be more; {@code null} at the end
     */
    record Events(
            List<FeedEntry> items,
            long nextPosition,
            @Nullable String nextCursor) {}

    @Operation(
            summary = "The feed of all events",
            description =
                    "In the order in which they were recorded. As pages, or as a stream (Accept: text/event-stream) that goes on as things happen "
                            + "and can be taken up again with Last-Event-ID.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Events.class)),
                @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/api/v1/events",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @Nullable
    ResponseEntity<Events> followFeed(Inquiry inquiry, HttpServletResponse response) throws IOException {
        Filled asked = inquiry.as(FORM);
        long after = Stream.of(CURSOR, POSITION, AFTER)
                .filter(asked::has)
                .findFirst()
                .map(asked::need)
                .orElse(0L);
        boolean head = inquiry.request().getMethod().equals("HEAD");
        if (!head && wantsStream(inquiry.request().getHeader(HttpHeaders.ACCEPT))) {
            String last = inquiry.request().getHeader(LAST_EVENT_ID);
            streams.serve(inquiry.viewer(), last == null || last.isBlank() ? after : lastEvent(last), response);
            return null;
        }
        int limit = asked.or(LIMIT, DEFAULT_LIMIT);
        FeedPage page = messages.ask(new GetFeed(inquiry.viewer(), after, limit));
        String more = page.items().size() < limit ? null : String.valueOf(page.nextPosition());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Events(page.items(), page.nextPosition(), more));
    }

    private static long lastEvent(String id) {
        Long position = parsed(id.strip());
        if (position == null) {
            throw Problem.of(
                    400,
                    "INVALID_LAST_EVENT_ID",
                    LAST_EVENT_ID + " must be the id of an event of this feed, a whole number");
        }
        return position;
    }

    private static Field<Long> position(String name, String description) {
        Map<String, Object> schema = Map.of("type", "integer", "format", "int64", "minimum", 0);
        return new Field<>(name, description, false, schema, null, (value, pointer, reading) -> {
            Long position = parsed(value.asString().strip());
            if (position == null) {
                reading.faults().add(pointer, "must be a whole number from 0");
            }
            return position;
        });
    }

    private static @Nullable Long parsed(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** Whether a stream is asked for by name, and not less wanted than JSON. */
    private static boolean wantsStream(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        try {
            double stream = 0;
            double json = 0;
            for (MediaType type : MediaType.parseMediaTypes(accept)) {
                if (type.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM)) {
                    stream = type.getQualityValue();
                } else if (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
                    json = type.getQualityValue();
                }
            }
            return stream > 0 && stream >= json;
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
