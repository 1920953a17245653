package uk.smartenergy.incident.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts failures by user and address, and says when the next attempt may be made. Its memory is bounded: the oldest are forgotten first. */
final class FailedSignIns {
    private static final int FREE = 10;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Failures(int count, Instant last, Instant blockedUntil) {}

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next attempt; empty: not at all. */
    synchronized Optional<Duration> wait(String user, String address) {
        Failures known = failures.get(key(user, address));
        Instant now = clock.instant();
        return known == null || !known.blockedUntil().isAfter(now)
                ? Optional.empty()
                : Optional.of(Duration.between(now, known.blockedUntil()));
    }

    synchronized void failed(String user, String address) {
        Instant now = clock.instant();
        Failures known = failures.get(key(user, address));
        int count = known != null && known.last().plus(FORGOTTEN_AFTER).isAfter(now) ? known.count() + 1 : 1;
        Duration wait = count < FREE ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10));
        failures.put(
                key(user, address),
                new Failures(count, now, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)));
    }

    synchronized void succeeded(String user, String address) {
        failures.remove(key(user, address));
    }

    private static String key(String user, String address) {
        return (user.length() > 100 ? user.substring(0, 100) : user) + "\n" + address;
    }
}
