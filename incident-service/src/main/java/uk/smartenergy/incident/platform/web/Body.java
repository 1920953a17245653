package uk.smartenergy.incident.platform.web;

import java.time.Instant;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * A request's JSON body, readable but not yet looked into. Controllers take one as a parameter.
 *
 * @param json an object; an empty one if nothing was sent
 * @param now the instant at which the request is judged
 */
public record Body(JsonNode json, Instant now) {

    /** What the body says in this form; ends the request with 400 if anything is wrong. */
    public Filled as(Form form) {
        return as(form, (filled, faults) -> {});
    }

    /** The same, with rules between fields. @param rules add what is wrong to the faults; fields with faults of their own are missing */
    public Filled as(Form form, BiConsumer<Filled, Faults> rules) {
        Reading reading = Reading.json(now);
        Filled filled = form.read(json, "", reading);
        rules.accept(filled, reading.faults());
        reading.faults().refuseIfAny();
        return filled;
    }
}
