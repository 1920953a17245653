package uk.smartenergy.incident.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short time who has signed in with which password, because bcrypt is slow on purpose. What is kept is a hash under a key that
 * exists only in this process. A change of a user forgets them all.
 */
final class RecentSignIns {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration STALE = Duration.ofMinutes(15);
    private static final int REMEMBERED = 5_000;

    private final Clock clock;
    private final SecretKeySpec key;
    private long generation;
    private final Map<String, SignIn> entries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SignIn> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record SignIn(User user, Instant at) {}

    RecentSignIns(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    Optional<User> find(String name, String password) {
        return find(name, password, FRESH);
    }

    /** Also one from a while ago: for when the users cannot be reached. */
    Optional<User> findEvenStale(String name, String password) {
        return find(name, password, STALE);
    }

    private Optional<User> find(String name, String password, Duration notOlder) {
        String hash = hash(name, password);
        Instant now = clock.instant();
        synchronized (this) {
            return Optional.ofNullable(entries.get(hash))
                    .filter(entry -> entry.at().plus(notOlder).isAfter(now))
                    .map(SignIn::user);
        }
    }

    /** To be asked for before the users are looked at; a change in between makes {@link #remember} do nothing. */
    synchronized long generation() {
        return generation;
    }

    void remember(String name, String password, User user, long seen) {
        String hash = hash(name, password);
        Instant now = clock.instant();
        synchronized (this) {
            if (seen == generation) {
                entries.put(hash, new SignIn(user, now));
            }
        }
    }

    synchronized void forgetAll() {
        generation++;
        entries.clear();
    }

    private String hash(String name, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal((name.length() + ":" + name + password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
