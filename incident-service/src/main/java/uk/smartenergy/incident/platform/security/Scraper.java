package uk.smartenergy.incident.platform.security;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/**
 * The user as whom Prometheus signs in, with the role {@link Role#SCRAPER} and nothing else. With a password set there is one from the start on,
 * as soon as the users can be reached, so that nobody has to add it by hand.
 */
final class Scraper {
    static final String NAME = "scraper";

    private static final Logger log = LoggerFactory.getLogger(Scraper.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final UserStore store;
    private final Passwords passwords;
    private final String password;
    private @Nullable Thread trying;

    /** @param password empty: leave users alone */
    Scraper(UserStore store, Passwords passwords, String password) {
        this.store = store;
        this.passwords = passwords;
        this.password = password;
        if (!password.isEmpty() && (password.length() < Passwords.LEAST || !Passwords.fits(password))) {
            throw new IllegalStateException(
                    "INCIDENT_SCRAPER_PASSWORD must have at least %d characters and at most %d bytes"
                            .formatted(Passwords.LEAST, Passwords.MOST_BYTES));
        }
    }

    /** Makes sure of the user now, or, if the users cannot be reached, as soon as they can. */
    void start() {
        try {
            ensure();
        } catch (StoreAway away) {
            log.warn("The users cannot be reached yet; {} is looked after when they can", NAME);
            trying = Thread.ofVirtual().name("scraper-user").start(this::keepTrying);
        }
    }

    void stop() {
        if (trying != null) {
            trying.interrupt();
        }
    }

    private void keepTrying() {
        boolean done = false;
        while (!done) {
            try {
                Thread.sleep(PAUSE);
                ensure();
                done = true;
            } catch (StoreAway away) {
                log.debug("The users cannot be reached yet");
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    void ensure() {
        if (password.isEmpty()) {
            return;
        }
        Optional<User> standing = store.find(NAME);
        if (standing.isEmpty()) {
            store.add(user(0, UUID.randomUUID().toString()));
        } else if (!isRight(standing.get())) {
            // Should another node have been faster, it has set the same.
            User before = standing.get();
            store.replace(user(before.version() + 1, before.id()), before.version());
        }
    }

    private boolean isRight(User user) {
        return user.roles().equals(List.of(Role.SCRAPER))
                && !user.cleared()
                && passwords.matches(password, user.passwordHash());
    }

    private User user(long version, @Nullable String id) {
        return new User(NAME, passwords.hash(password), List.of(Role.SCRAPER), null, false, version, id, null);
    }
}
