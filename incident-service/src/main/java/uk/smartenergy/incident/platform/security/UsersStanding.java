package uk.smartenergy.incident.platform.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.web.Standing;

/** {@link Standing} by the users as they are stored; each is looked up once in a few seconds however many ask whether it holds. */
final class UsersStanding implements Standing {
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final UserStore store;
    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(Optional<Viewer> viewer, long at) {}

    /** @param nanos a clock that only measures */
    UsersStanding(UserStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    @Override
    public boolean holds(Viewer viewer) {
        return recent(viewer.name()).filter(viewer::equals).isPresent();
    }

    @Override
    public Optional<Viewer> find(String name) {
        return store.find(name).map(User::viewer);
    }

    private synchronized Optional<Viewer> recent(String name) {
        long now = nanos.getAsLong();
        seen.values().removeIf(one -> now - one.at() >= FRESH);
        Seen one = seen.get(name);
        if (one == null) {
            one = new Seen(find(name), now);
            seen.put(name, one);
        }
        return one.viewer();
    }
}
