package uk.smartenergy.incident.paper.read.paper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Where what the paper counts is listed, as of and as known at the paper's moment. */
record Sources(Instant asOf, Instant knownAt) {
    private static final String API = "/api/v1";

    /** @param namesAndValues query parameters, in pairs */
    String at(String path, String... namesAndValues) {
        StringBuilder url = new StringBuilder(API).append(path).append('?');
        for (int i = 0; i < namesAndValues.length; i += 2) {
            url.append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return url + "asOf=" + asOf + "&knownAt=" + knownAt;
    }

    /** Of one record, such as an Incident. @param resource such as {@code incidents} */
    String of(String resource, String id) {
        return at("/" + resource + "/" + id);
    }
}
