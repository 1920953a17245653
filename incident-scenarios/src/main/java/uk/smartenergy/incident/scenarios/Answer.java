package uk.smartenergy.incident.scenarios;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return ServiceClient.JSON.readTree(bytes);
    }

    /** A header's first value; blank if it is absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The Incident's version from the {@code ETag}; -1 without one. */
    public long version() {
        String tag = header("ETag").replace("W/", "").replace("\"", "");
        return tag.isBlank() ? -1 : Long.parseLong(tag);
    }

    /** The Incident's reference from a created or changed Incident. */
    public String id() {
        return json().path("id").asString("");
    }

    /** This answer, if it was a success. @throws IllegalStateException with the whole answer otherwise */
    public Answer orFail(String what) {
        if (!isSuccess()) {
            throw new IllegalStateException(what + ": " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
