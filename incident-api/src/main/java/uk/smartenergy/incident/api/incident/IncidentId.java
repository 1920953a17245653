package uk.smartenergy.incident.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import uk.smartenergy.incident.api.shared.Required;

/** The reference of an Incident, {@code INC} and 12 digits as in {@code INC000000294975}. */
public record IncidentId(@JsonValue String value) implements Comparable<IncidentId> {
    /** Numbers from here on are drawn by lot, for RED Incidents; those below rise one by one. So a gap tells nobody of a RED Incident. */
    public static final long FIRST_DRAWN = 500_000_000_000L;

    private static final Pattern FORM = Pattern.compile("INC\\d{12}");

    @JsonCreator
    public IncidentId {
        if (!isValid(Required.text(value, "incidentId"))) {
            throw new IllegalArgumentException("An Incident's reference is INC and 12 digits");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** The reference with this number, which must have at most 12 digits. */
    public static IncidentId of(long number) {
        return new IncidentId("INC%012d".formatted(number));
    }

    public long number() {
        return Long.parseLong(value.substring(3));
    }

    /** Whether it is from the range in which RED Incidents have their references. */
    public boolean isDrawn() {
        return number() >= FIRST_DRAWN;
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
