package uk.smartenergy.incident.api.shared;

/** A wish to change a record that is none of the Incidents and has a reference such as {@code PBI000000000001}. */
public interface RecordCommand extends Command {
    /** The reference of the record. */
    String record();

    /** Whether the record is RED by its very reference, so that the command is in no count. */
    default boolean isRed() {
        return Reference.isDrawn(record());
    }
}
