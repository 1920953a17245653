package uk.smartenergy.incident.platform.web;

import java.time.Instant;

/**
 * How a form is being read.
 *
 * @param now later than this nothing can have happened
 * @param textual whether everything arrives as text, as in a query string or a CSV line: then {@code "3"} is a number and {@code "A,B"} a list
 */
public record Reading(Instant now, boolean textual, Faults faults) {

    /** A JSON body. */
    public static Reading json(Instant now) {
        return new Reading(now, false, new Faults());
    }

    /** A query string or a CSV line. */
    public static Reading text(Instant now) {
        return new Reading(now, true, new Faults());
    }
}
