package uk.smartenergy.incident.api.communication;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Required;

/**
 * The reference of a delivery, {@code DLV} and 32 digits. It follows from what is delivered to whom, so that every node knows it by the same
 * name; a receiver tells by it that something comes again.
 */
public record DeliveryId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("DLV[0-9a-f]{32}");

    @JsonCreator
    public DeliveryId {
        if (!isValid(Required.text(value, "deliveryId"))) {
            throw new IllegalArgumentException("A delivery's reference is DLV and 32 hexadecimal digits");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static DeliveryId of(SubscriptionId subscription, IncidentId incident, int communication) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((subscription + "|" + incident + "|" + communication).getBytes(StandardCharsets.UTF_8));
            return new DeliveryId("DLV" + HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
