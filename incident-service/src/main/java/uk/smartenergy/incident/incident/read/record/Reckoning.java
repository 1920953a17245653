package uk.smartenergy.incident.incident.read.record;

/**
 * What targets are reckoned with: what was found with another one need not be so any more.
 *
 * @param calendar as it was known
 * @param policies another object as soon as anything about them changes
 */
record Reckoning(TargetClock.WorkingTime calendar, Object policies) {}
