package uk.smartenergy.incident.platform.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts to sign in have failed; the next has to wait. */
final class TooManyFailures extends AuthenticationException {
    private final Duration wait;

    TooManyFailures(Duration wait) {
        super("Too many failed attempts");
        this.wait = wait;
    }

    Duration duration() {
        return wait;
    }
}
