package uk.smartenergy.incident.platform.security;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * Somebody who may sign in.
 *
 * @param passwordHash by bcrypt
 * @param version rises with every change
 */
record User(
        String name,
        String passwordHash,
        List<Role> roles,
        @Nullable String party,
        boolean cleared,
        long version) {
    User {
        roles = List.copyOf(new TreeSet<>(roles));
    }

    Viewer viewer() {
        return new Viewer(name, Set.copyOf(roles), party, cleared);
    }
}
