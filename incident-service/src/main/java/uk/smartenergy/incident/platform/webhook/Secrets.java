package uk.smartenergy.incident.platform.webhook;

import java.util.Optional;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/** The secrets of webhooks, which are in no event: what is deleted here is gone. Every method throws {@link StoreAway} if they cannot be reached. */
public interface Secrets {
    Optional<Secret> find(SubscriptionId subscription);

    /** Keeps it unless one is kept already. */
    void keep(SubscriptionId subscription, Secret secret);

    void forget(SubscriptionId subscription);
}
