package uk.smartenergy.incident.platform.security;

import java.util.List;
import java.util.Optional;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/** Keeps users durably: what has returned survives a crash. Every method throws {@link StoreAway} if the store cannot be reached. */
interface UserStore {

    Optional<User> find(String name);

    /** All, by name. */
    List<User> all();

    /** Adds a user. @return false if the name is taken */
    boolean add(User user);

    /** Puts a user in the place of an earlier version. @return false if that version is not the one that stands */
    boolean replace(User user, long expectedVersion);

    /** Takes a user out. @return false if there was none */
    boolean remove(String name);
}
