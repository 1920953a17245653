package uk.smartenergy.incident.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes passwords by bcrypt, which sees no more than 72 bytes. */
final class Passwords {
    static final int LEAST = 8;
    static final int MOST_BYTES = 72;
    /** No letters and digits that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final BCryptPasswordEncoder bcrypt;
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;

    Passwords(int strength) {
        this.bcrypt = new BCryptPasswordEncoder(strength);
        this.nobodys = hash(generate());
    }

    String hash(String password) {
        return String.valueOf(bcrypt.encode(password));
    }

    boolean matches(String password, String hash) {
        return fits(password) && bcrypt.matches(password, hash);
    }

    /** Takes as long as {@link #matches}, so that nobody learns from the time which names there are. */
    void matchesNobody(String password) {
        matches(fits(password) ? password : "", nobodys);
    }

    String generate() {
        StringBuilder password = new StringBuilder();
        while (password.length() < 20) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
