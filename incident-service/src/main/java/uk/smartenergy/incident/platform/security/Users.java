package uk.smartenergy.incident.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.web.Problem;

/**
 * Users, and signing in. The first administrator always stays one, so that nobody can be locked out for good: it cannot be removed, nor lose its
 * role.
 */
final class Users implements AuthenticationProvider {
    private static final Logger log = LoggerFactory.getLogger(Users.class);
    static final String FIRST = "admin";
    private static final List<Role> EVERY_ROLE = List.of(Role.values());

    private final UserStore store;
    private final Passwords passwords;
    private final RecentSignIns recent;
    private final FailedSignIns failed;
    private final @Nullable String firstPassword;
    /** bcrypt takes a processor for a tenth of a second: leave some for others. */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private volatile boolean firstIsThere;
    private volatile FirstSignIn firstSignIn = new FirstSignIn(Origin.UNKNOWN, null);

    /** Where the first administrator's password came from at this start. */
    enum Origin {
        GENERATED,
        ENVIRONMENT,
        EARLIER,
        UNKNOWN
    }

    /** @param password only if it was generated just now */
    record FirstSignIn(Origin origin, @Nullable String password) {}

    Users(
            UserStore store,
            Passwords passwords,
            RecentSignIns recent,
            FailedSignIns failed,
            @Nullable String firstPassword) {
        this.store = store;
        this.passwords = passwords;
        this.recent = recent;
        this.failed = failed;
        this.firstPassword = firstPassword == null || firstPassword.isEmpty() ? null : firstPassword;
        if (this.firstPassword != null && !Passwords.fits(this.firstPassword)) {
            throw new IllegalStateException("INCIDENT_ADMIN_PASSWORD must have at most 72 bytes");
        }
    }

    /** Makes sure that there is a first administrator. If the users cannot be reached, this is done later. */
    void prepare() {
        try {
            prepareFirst();
        } catch (StoreAway away) {
            log.warn("The users cannot be reached yet; the first administrator is looked after when they can");
        }
    }

    FirstSignIn firstSignIn() {
        return firstSignIn;
    }

    private synchronized void prepareFirst() {
        if (firstIsThere) {
            return;
        }
        Optional<User> standing = store.find(FIRST);
        String given = firstPassword;
        if (standing.isPresent()) {
            if (given != null) {
                restore(standing.get(), given);
            }
            firstSignIn = new FirstSignIn(given == null ? Origin.EARLIER : Origin.ENVIRONMENT, null);
        } else {
            String password = given == null ? passwords.generate() : given;
            boolean ours =
                    store.add(new User(FIRST, passwords.hash(password), EVERY_ROLE, null, true, 0, newId(), null));
            if (given != null) {
                firstSignIn = new FirstSignIn(Origin.ENVIRONMENT, null);
            } else {
                // If it is not ours, another node was faster, and says the password.
                firstSignIn =
                        ours ? new FirstSignIn(Origin.GENERATED, password) : new FirstSignIn(Origin.EARLIER, null);
            }
        }
        firstIsThere = true;
    }

    private void restore(User first, String password) {
        if (!passwords.matches(password, first.passwordHash())
                || !first.roles().containsAll(EVERY_ROLE)
                || !first.cleared()) {
            String hash = passwords.hash(password);
            store.replace(
                    new User(
                            FIRST,
                            hash,
                            EVERY_ROLE,
                            first.party(),
                            true,
                            first.version() + 1,
                            first.id(),
                            first.addedBy()),
                    first.version());
            recent.forgetAll();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Optional<User> known = recent.find(name, password);
        if (known.isPresent()) {
            return new SignedIn(known.get());
        }
        failed.wait(name, address).ifPresent(wait -> {
            throw new TooManyFailures(wait);
        });
        try {
            return new SignedIn(check(name, password, address));
        } catch (StoreAway away) {
            return new SignedIn(recent.findEvenStale(name, password)
                    .orElseThrow(() -> new AuthenticationServiceException("The users cannot be reached", away)));
        }
    }

    private User check(String name, String password, String address) {
        prepareFirst();
        long generation = recent.generation();
        Optional<User> user = store.find(name);
        hashing.acquireUninterruptibly();
        try {
            if (user.isEmpty()) {
                passwords.matchesNobody(password);
            }
            if (user.isEmpty() || !passwords.matches(password, user.get().passwordHash())) {
                failed.failed(name, address);
                throw new BadCredentialsException("Name or password is wrong");
            }
        } finally {
            hashing.release();
        }
        failed.succeeded(name, address);
        recent.remember(name, password, user.get(), generation);
        return user.get();
    }

    List<User> all() {
        return store.all();
    }

    User get(String name) {
        return store.find(name).orElseThrow(Users::noSuchUser);
    }

    /** @param addedBy the mark of the request if it may be repeated: the user it added before, though nobody was told, is no obstacle */
    User add(
            String name,
            String password,
            List<Role> roles,
            @Nullable String party,
            boolean cleared,
            @Nullable String addedBy) {
        User user = new User(name, passwords.hash(password), roles, party, cleared, 0, newId(), addedBy);
        if (!store.add(user)) {
            Optional<User> before = store.find(name).filter(one -> addedBy != null && addedBy.equals(one.addedBy()));
            if (before.isPresent()) {
                return before.get();
            }
            throw Problem.of(409, "NAME_TAKEN", "There is a user of this name");
        }
        return user;
    }

    /** @param password {@code null}: as it is */
    User change(
            String name,
            @Nullable String password,
            List<Role> roles,
            @Nullable String party,
            boolean cleared,
            @Nullable Long expectedVersion) {
        User standing = get(name);
        if (expectedVersion != null && expectedVersion != standing.version()) {
            throw Problem.of(412, "STALE_VERSION", "The user has changed since you looked");
        }
        if (name.equals(FIRST) && !roles.contains(Role.ADMIN)) {
            throw staysAdministrator();
        }
        String hash = password == null ? standing.passwordHash() : passwords.hash(password);
        User changed =
                new User(name, hash, roles, party, cleared, standing.version() + 1, standing.id(), standing.addedBy());
        if (!store.replace(changed, standing.version())) {
            throw Problem.of(409, "CHANGED_MEANWHILE", "The user was changed at the same time; look again");
        }
        recent.forgetAll();
        return changed;
    }

    void remove(String name) {
        if (name.equals(FIRST)) {
            throw staysAdministrator();
        }
        if (!store.remove(name)) {
            throw noSuchUser();
        }
        recent.forgetAll();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static Problem staysAdministrator() {
        return Problem.of(
                409, "FIRST_ADMINISTRATOR", "The first administrator stays one, so that nobody is locked out");
    }

    private static Problem noSuchUser() {
        return Problem.of(404, "USER_NOT_FOUND", "There is no such user");
    }
}
