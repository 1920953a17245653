package uk.smartenergy.incident.api.communication;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import uk.smartenergy.incident.api.shared.Required;

/** The reference of a subscription, {@code SUB} and 32 digits. */
public record SubscriptionId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("SUB[0-9a-f]{32}");

    @JsonCreator
    public SubscriptionId {
        if (!isValid(Required.text(value, "subscriptionId"))) {
            throw new IllegalArgumentException("A subscription's reference is SUB and 32 hexadecimal digits");
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
