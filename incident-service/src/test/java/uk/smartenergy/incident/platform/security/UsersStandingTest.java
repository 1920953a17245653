package uk.smartenergy.incident.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smartenergy.incident.api.shared.Role;

class UsersStandingTest {
    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aChangeOfClearanceIsFeltWithinFiveSeconds() {
        UserStore store = new FileUserStore(folder);
        User cleared = new User("ada", "hash", List.of(Role.DCC_STAFF), null, true, 0, "1", null);
        store.add(cleared);
        UsersStanding standing = new UsersStanding(store, nanos::get);
        assertThat(standing.holds(cleared.viewer())).isTrue();

        User notCleared = new User("ada", "hash", List.of(Role.DCC_STAFF), null, false, 1, "1", null);
        store.replace(notCleared, 0);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(standing.holds(cleared.viewer())).isFalse();
        assertThat(standing.holds(notCleared.viewer())).isTrue();
        store.remove("ada");
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(standing.holds(notCleared.viewer())).isFalse();
    }
}
