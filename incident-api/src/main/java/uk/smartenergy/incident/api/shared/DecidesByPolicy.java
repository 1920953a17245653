package uk.smartenergy.incident.api.shared;

/** A command whose outcome follows by the categorisation policy in force, so that it must not be decided by one that is in force no more. */
public interface DecidesByPolicy {}
