package uk.smartenergy.incident.api.maintenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import uk.smartenergy.incident.api.shared.Required;

/** The reference of a window of Planned Maintenance, {@code PMW} and 12 digits. */
public record WindowId(@JsonValue String value) implements Comparable<WindowId> {
    private static final Pattern FORM = Pattern.compile("PMW\\d{12}");

    @JsonCreator
    public WindowId {
        if (!isValid(Required.text(value, "windowId"))) {
            throw new IllegalArgumentException("A window's reference is PMW and 12 digits");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
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
