package uk.smartenergy.incident.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import uk.smartenergy.incident.api.shared.Reference;

/** The reference of an Incident, {@code INC} and 12 digits as in {@code INC000000294975}. */
public record IncidentId(@JsonValue String value) implements Comparable<IncidentId> {
    public static final long FIRST_DRAWN = Reference.FIRST_DRAWN;

    private static final String KIND = "INC";

    @JsonCreator
    public IncidentId {
        Reference.required(KIND, value, "an Incident");
    }

    public static boolean isValid(String value) {
        return Reference.isValid(KIND, value);
    }

    /** The reference with this number, which must have at most 12 digits. */
    public static IncidentId of(long number) {
        return new IncidentId(Reference.of(KIND, number));
    }

    public long number() {
        return Reference.number(value);
    }

    /** Whether it is from the range in which RED Incidents have their references. */
    public boolean isDrawn() {
        return Reference.isDrawn(value);
    }

    @Override
    public int compareTo(IncidentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
