package uk.smartenergy.incident.api.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks or acts: the one place that says what somebody may know to exist.
 *
 * @param name the user's name
 * @param roles the user's roles
 * @param party the party or service provider that the user belongs to, if any
 * @param cleared whether the user is security-cleared, that is may see RED
 * @param id tells the user from any other who has had the name or will have it; {@code null}: there is none
 */
public record Viewer(
        String name,
        Set<Role> roles,
        @Nullable String party,
        boolean cleared,
        @Nullable String id) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Somebody who is told from others by the name alone. */
    public Viewer(String name, Set<Role> roles, @Nullable String party, boolean cleared) {
        this(name, roles, party, cleared, null);
    }

    /** The service itself (automations, metrics): everything but RED, so that nothing derived from it can leak. */
    public static Viewer service() {
        return new Viewer("service", Set.of(Role.DCC_STAFF), null, false);
    }

    /** The service itself where it acts and shows nobody anything: RED included. */
    public static Viewer clearedService() {
        return new Viewer("service", Set.of(Role.DCC_STAFF), null, true);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether AMBER is seen without being concerned by it. */
    private boolean seesAmber() {
        return is(Role.DCC_STAFF) || is(Role.ADMIN) || is(Role.OPS_GROUP) || is(Role.SECAS);
    }

    /**
     * Whether this viewer may know that a record exists.
     *
     * @param concerned the parties concerned: raiser, and whoever is or was Resolver
     */
    public boolean maySee(Classification classification, Set<String> concerned) {
        return switch (classification) {
            case WHITE, GREEN -> true;
            case AMBER -> seesAmber() || (party != null && concerned.contains(party));
            case RED -> cleared && (seesAmber() || (party != null && concerned.contains(party)));
        };
    }
}
