package uk.smartenergy.incident.api.maintenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import uk.smartenergy.incident.api.shared.Reference;

/** The reference of a window of Planned Maintenance, {@code PMW} and 12 digits. */
public record WindowId(@JsonValue String value) implements Comparable<WindowId> {
    public static final String KIND = "PMW";

    @JsonCreator
    public WindowId {
        Reference.required(KIND, value, "a window of Planned Maintenance");
    }

    public static boolean isValid(String value) {
        return Reference.isValid(KIND, value);
    }

    @Override
    public int compareTo(WindowId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
