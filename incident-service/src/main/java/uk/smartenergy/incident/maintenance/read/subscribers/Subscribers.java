package uk.smartenergy.incident.maintenance.read.subscribers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.CountSubscribers;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindSubscriberByToken;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindSubscribers;
import uk.smartenergy.incident.api.maintenance.SubscriberEvent.CalendarSubscribed;
import uk.smartenergy.incident.api.maintenance.SubscriberEvent.SubscriberWithdrawn;
import uk.smartenergy.incident.api.maintenance.SubscriberView;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** Those who have not been withdrawn, found by the hash of their token. */
public final class Subscribers implements Projection {
    /** By the hash of the token, in the order in which they were made. */
    private final Map<String, SubscriberView> taken = new LinkedHashMap<>();

    private boolean changed;
    private volatile Map<String, SubscriberView> shown = Map.of();

    @QueryHandler
    public List<SubscriberView> on(FindSubscribers query) {
        Viewer viewer = query.viewer();
        boolean all = viewer.is(Role.DCC_STAFF) || viewer.is(Role.ADMIN);
        return shown.values().stream().filter(one -> all || one.isOf(viewer)).toList();
    }

    @QueryHandler
    public Optional<SubscriberView> on(FindSubscriberByToken query) {
        return Optional.ofNullable(shown.get(query.tokenHash()));
    }

    @QueryHandler
    public Long on(CountSubscribers query) {
        return (long) shown.size();
    }

    @Override
    public String name() {
        return "maintenance-subscribers";
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.is(CalendarSubscribed.class)) {
            changed = true;
            CalendarSubscribed made = recorded.payload(CalendarSubscribed.class);
            taken.put(
                    made.tokenHash(),
                    new SubscriberView(
                            made.subscriberId(),
                            made.owner(),
                            made.ownerId(),
                            made.name(),
                            made.scope(),
                            recorded.recordedAt()));
        } else if (recorded.is(SubscriberWithdrawn.class)) {
            changed = true;
            SubscriberWithdrawn ended = recorded.payload(SubscriberWithdrawn.class);
            taken.values().removeIf(one -> one.id().equals(ended.subscriberId()));
        }
    }

    @Override
    public void publish() {
        if (changed) {
            shown = new LinkedHashMap<>(taken);
            changed = false;
        }
    }

    @Override
    public void discard() {
        taken.clear();
        taken.putAll(shown);
        changed = false;
    }

    @Override
    public void reset() {
        taken.clear();
        changed = false;
        shown = Map.of();
    }
}
