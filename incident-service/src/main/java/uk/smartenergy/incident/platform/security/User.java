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
 * @param id another one for every user that is added, also under a name that was used before; {@code null} for those added before there were any
 * @param addedBy the mark of the request that added the user, if that may be repeated
 */
record User(
        String name,
        String passwordHash,
        List<Role> roles,
        @Nullable String party,
        boolean cleared,
        long version,
        @Nullable String id,
        @Nullable String addedBy) {
    User {
        roles = List.copyOf(new TreeSet<>(roles));
    }

    Viewer viewer() {
        return new Viewer(name, Set.copyOf(roles), party, cleared, id);
    }
}
