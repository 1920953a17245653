package uk.smartenergy.incident.maintenance.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A subscriber's token. It has 256 bits drawn by lot, so that its plain hash, which alone is kept, tells nothing of it. */
record CalendarToken(String text) {
    private static final int BYTES = 32;
    private static final SecureRandom LOT = new SecureRandom();

    static CalendarToken drawn() {
        byte[] bytes = new byte[BYTES];
        LOT.nextBytes(bytes);
        return new CalendarToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Nothing of it, wherever it might be printed. */
    @Override
    public String toString() {
        return "CalendarToken";
    }
}
