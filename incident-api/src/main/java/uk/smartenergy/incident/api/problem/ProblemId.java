package uk.smartenergy.incident.api.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import uk.smartenergy.incident.api.shared.Reference;

/** The reference of a Problem, {@code PBI} and 12 digits. */
public record ProblemId(@JsonValue String value) implements Comparable<ProblemId> {
    public static final String KIND = "PBI";

    @JsonCreator
    public ProblemId {
        Reference.required(KIND, value, "a Problem");
    }

    public static boolean isValid(String value) {
        return Reference.isValid(KIND, value);
    }

    /** Whether it is from the range in which RED Problems have their references. */
    public boolean isDrawn() {
        return Reference.isDrawn(value);
    }

    @Override
    public int compareTo(ProblemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
