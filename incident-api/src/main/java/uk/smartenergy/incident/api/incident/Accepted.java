package uk.smartenergy.incident.api.incident;

/**
 * The answer to a command that was not refused.
 *
 * @param version the version that stands now: the sequence number of the Incident's last event, from 0
 * @param changed whether anything changed; a repeated command that changes nothing emits nothing
 */
public record Accepted(IncidentId incidentId, long version, boolean changed) {}
