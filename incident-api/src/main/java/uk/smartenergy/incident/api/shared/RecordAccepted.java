package uk.smartenergy.incident.api.shared;

/**
 * The answer to a command on a record that was not refused.
 *
 * @param record its reference
 * @param version of the record after it
 * @param changed whether anything happened; what was so already happens no more
 */
public record RecordAccepted(String record, long version, boolean changed) {}
