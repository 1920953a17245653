package uk.smartenergy.incident.platform.health;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import uk.smartenergy.incident.platform.eventstore.StoreHealth;

/** UP only while the store takes writes, so that commands are taken. */
final class StoreHealthIndicator extends AbstractHealthIndicator {
    private final StoreHealth store;

    StoreHealthIndicator(StoreHealth store) {
        super("The store could not be asked");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        StoreHealth.State state = store.check();
        if (state.takesCommands()) {
            health.up();
        } else {
            health.down().withDetail("reason", state.detail());
        }
    }
}
