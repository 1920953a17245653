package uk.smartenergy.incident.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.crypto.bcrypt.BCrypt;

final class Hashes {
    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String of(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** Of a body that holds a secret: slow, so that whoever reads it cannot try many secrets. */
    static String slow(byte[] bytes, String salt) {
        // A hash in hexadecimal digits is both short enough for bcrypt and, in part, one of its salts.
        return BCrypt.hashpw(of(bytes), "$2a$10$" + of(salt).substring(0, 22));
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
