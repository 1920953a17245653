package uk.smartenergy.incident.platform.web;

import java.util.Map;

/**
 * What a room publishes of its endpoints beside what their methods say: the forms of bodies and query strings. Every room with controllers has a
 * bean of this.
 *
 * @param bodies the form of the body by operation, that is by the controller method's name
 * @param queries the form of the query string by operation
 */
public record Described(Map<String, Form> bodies, Map<String, Form> queries) {
    public Described {
        bodies = Map.copyOf(bodies);
        queries = Map.copyOf(queries);
    }
}
