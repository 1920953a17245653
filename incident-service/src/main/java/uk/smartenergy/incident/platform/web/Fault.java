package uk.smartenergy.incident.platform.web;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer a JSON Pointer into the body, or a slash and the name of a query parameter
 * @param message for a person; never the name of a class
 */
public record Fault(String pointer, String message) {}
