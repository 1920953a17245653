package uk.smartenergy.incident.api.shared;

/** A wish to change something, in the imperative. It is refused with a {@link Refusal} or leads to events; it is not a fact. */
public interface Command {}
