package uk.smartenergy.incident.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the two ends of a webhook know and nobody else: {@code whsec_} and a key in base64, as Standard Webhooks has it, or any other text, whose
 * UTF-8 is the key.
 */
public final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int LEAST = 16;
    private static final int MOST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;
    private final byte[] key;

    private Secret(String text, byte[] key) {
        this.text = text;
        this.key = key;
    }

    /** Empty if it is too short to be a secret, too long, or not base64 after {@code whsec_}. */
    public static Optional<Secret> of(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            byte[] key = text.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(text.substring(PREFIX.length()))
                    : text.getBytes(StandardCharsets.UTF_8);
            return key.length < LEAST ? Optional.empty() : Optional.of(new Secret(text, key));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public static Secret generated() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key), key);
    }

    /** For its owner, once, and for keeping. */
    public String text() {
        return text;
    }

    /** The value of {@code webhook-signature}. */
    String signature(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
