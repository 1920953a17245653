package uk.smartenergy.incident.platform.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An answer that is not success, as RFC 9457 has it. Throw it to end a request; it is not for faults of the service itself, which are thrown as
 * what they are and become a 500 without details.
 */
public final class Problem extends RuntimeException {
    private final int status;
    private final String code;
    private final List<Fault> errors;
    private final Map<String, String> facts;
    private final HttpHeaders headers = new HttpHeaders();

    private Problem(int status, String code, String detail, List<Fault> errors, Map<String, String> facts) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.facts = Map.copyOf(facts);
    }

    /** @param code stable, upper case with underscores; clients branch on it */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of());
    }

    /** @param facts further members of the answer */
    public static Problem of(int status, String code, String detail, Map<String, String> facts) {
        return new Problem(status, code, detail, List.of(), facts);
    }

    /** 400 with all that is wrong. */
    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                400,
                "INVALID",
                faults.size() == 1 ? "One thing is wrong" : faults.size() + " things are wrong",
                faults,
                Map.of());
    }

    /** 400 with the one thing that is wrong. */
    public static Problem invalid(String pointer, String message) {
        return invalid(List.of(new Fault(pointer, message)));
    }

    /** 400 because the body cannot be read at all. */
    public static Problem unreadable(String detail) {
        return new Problem(400, "UNREADABLE", detail, List.of(new Fault("", detail)), Map.of());
    }

    /** 503 with {@code Retry-After}. */
    public static Problem tryLater(String code, String detail, Duration after) {
        return of(503, code, detail).with(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, after.toSeconds())));
    }

    /** The same with a header. */
    public Problem with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Fault> errors() {
        return errors;
    }

    HttpHeaders headers() {
        return headers;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>(facts);
        HttpStatus known = HttpStatus.resolve(status);
        body.put(
                "type",
                "urn:smartenergy:problem:"
                        + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        body.put("title", known == null ? "Error" : known.getReasonPhrase());
        body.put("status", status);
        body.put("detail", getMessage());
        body.put("code", code);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return body;
    }
}
