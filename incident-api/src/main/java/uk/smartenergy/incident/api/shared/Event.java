package uk.smartenergy.incident.api.shared;

/** A fact, in the past tense, that is kept for ever. Who recorded it, and when, is metadata; when it happened is a component. */
public interface Event {}
