package uk.smartenergy.incident.api.maintenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import uk.smartenergy.incident.api.shared.Required;

/** The reference of a subscriber of the calendar, {@code PMS} and 32 digits. */
public record SubscriberId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("PMS[0-9a-f]{32}");

    @JsonCreator
    public SubscriberId {
        if (!isValid(Required.text(value, "subscriberId"))) {
            throw new IllegalArgumentException("A subscriber's reference is PMS and 32 hexadecimal digits");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
