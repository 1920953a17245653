package uk.smartenergy.incident.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A first answer, kept for whoever repeats the request.
 *
 * @param bodyHash of the request's body
 * @param headers those that belong to the answer: media type, {@code Location}, {@code ETag}
 * @param forCleared whether it was made for somebody who is cleared, so that it may tell of what is RED
 * @param secretOf whose {@code secret} is in the body, such as a subscription's; {@code null}: there is none
 */
public record Answer(
        String bodyHash,
        int status,
        Map<String, String> headers,
        byte[] body,
        boolean forCleared,
        @Nullable String secretOf) {
    public static final String REPLAYED = "Idempotency-Replayed";

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** The same answer with another body. */
    Answer withBody(byte[] another) {
        return new Answer(bodyHash, status, headers, another, forCleared, secretOf);
    }

    /** Whether an answer may be given to somebody who asks now. */
    boolean mayGoTo(boolean cleared) {
        return cleared || !forCleared;
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
