package uk.smartenergy.incident.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.OutcomeUnknown;
import uk.smartenergy.incident.platform.messaging.ReadModelBehind;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/** The one place that says which status an exception becomes, and the one that writes problems, also outside of Spring MVC. */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private Problems() {}

    /** What a client is told of this. A fault of the service itself is logged, and told with no more than a number to ask about. */
    public static Problem of(Throwable thrown) {
        return switch (thrown) {
            case Problem problem -> problem;
            case Refusal refusal ->
                Problem.of(statusOf(refusal.kind()), refusal.code(), refusal.sentence(), refusal.facts());
            case IncidentQuery.InvalidCursor cursor ->
                Problem.invalid("/cursor", "is not a cursor that this list gave out");
            case StoreAway away ->
                Problem.tryLater(
                        "STORE_AWAY", "The store cannot be reached; nothing was changed", Duration.ofSeconds(5));
            case OutcomeUnknown unknown ->
                Problem.tryLater(
                        "OUTCOME_UNKNOWN",
                        "The store did not say whether it kept the change; look, or repeat with the same Idempotency-Key",
                        Duration.ofSeconds(5));
            case ReadModelBehind behind ->
                Problem.tryLater(
                        "READ_MODEL_BEHIND",
                        "The read models have not caught up with the last change yet",
                        Duration.ofSeconds(1));
            case ClaimTaken taken -> Problem.of(409, "ALREADY_KNOWN", "This was recorded before");
            case ErrorResponse spring -> ofStatus(spring.getStatusCode().value(), spring);
            case HttpMessageNotReadableException unreadable -> Problem.unreadable("The body cannot be read");
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.invalid("/" + mismatch.getName(), "has a value that cannot be read");
            // The container's, for a query string that cannot be decoded; it is not there to compile against.
            case IllegalStateException query
            when query.getClass().getSimpleName().equals("InvalidParameterException") ->
                Problem.of(400, "BAD_REQUEST", "The query string cannot be understood");
            // The container's, for chunks that are none.
            case IOException body
            when body.getClass().getSimpleName().equals("BadRequestException") ->
                Problem.of(400, "BAD_REQUEST", "The body cannot be read to its end");
            default -> fault(thrown);
        };
    }

    /** What a bare status is told as, for errors that Spring or the container found. */
    public static Problem ofStatus(int status, @Nullable ErrorResponse source) {
        Problem problem = switch (status) {
            case 400 -> Problem.of(400, "BAD_REQUEST", "The request cannot be understood");
            case 401 -> Problem.of(401, "UNAUTHENTICATED", "Sign in with a name and password");
            case 403 -> Problem.of(403, "FORBIDDEN", "You may not do this");
            case 404 -> Problem.of(404, "NOT_FOUND", "There is nothing at this address");
            case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "This address does not take this method");
            case 406 -> Problem.of(406, "NOT_ACCEPTABLE", "The answer cannot be given in a form you accept");
            case 413 -> Problem.of(413, "TOO_LARGE", "The body is too large");
            case 415 -> Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "The body's media type is not taken here");
            case 503 -> Problem.tryLater("UNAVAILABLE", "The service cannot answer now", Duration.ofSeconds(5));
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                yield known == null
                        ? Problem.of(500, "INTERNAL", "Something went wrong here")
                        : Problem.of(status, known.name(), known.getReasonPhrase());
            }
        };
        if (source != null) {
            source.getHeaders().forEach((name, values) -> problem.with(name, String.join(", ", values)));
        }
        return problem;
    }

    private static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case FORBIDDEN -> 403;
            case INVALID -> 400;
        };
    }

    private static Problem fault(Throwable thrown) {
        String correlation = UUID.randomUUID().toString();
        log.error("Request failed, correlation id {}", correlation, thrown);
        return Problem.of(
                500,
                "INTERNAL",
                "Something went wrong here; quote the correlation id when you report it",
                Map.of("correlationId", correlation));
    }

    /** Whether nobody is there any more to be told. */
    static boolean isClientGone(Throwable thrown) {
        return thrown instanceof AsyncRequestNotUsableException
                || thrown.getClass().getSimpleName().equals("ClientAbortException");
    }

    /** Writes a problem as the whole answer, whatever the client accepts; does nothing if an answer is under way. */
    public static void write(Problem problem, @Nullable HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        for (String stale : new String[] {"ETag", "Location", "Content-Disposition"}) {
            if (response.containsHeader(stale)) {
                response.setHeader(stale, null);
            }
        }
        problem.headers().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = JSON.writeValueAsString(problem.body()).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        if (request == null || !"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }
}
