package uk.smartenergy.incident.communication.read.deliveries;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.DeliveryView;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.CountDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DeliveryCounts;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DeliveryKey;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DueDelivery;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindChannel;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindDueDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindSubscriptions;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.GetDelivery;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.GetSubscription;
import uk.smartenergy.incident.api.communication.SubscriptionView;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.communication.read.deliveries.DeliveryRecords.Subscribed;

/** Answers about subscriptions and deliveries. */
public final class Deliveries {
    private final DeliveryRecords records;

    public Deliveries(DeliveryRecords records) {
        this.records = records;
    }

    @QueryHandler
    public List<SubscriptionView> on(FindSubscriptions query) {
        return records.read(all -> all.stream()
                .filter(one -> isSeen(one, query.viewer()))
                .map(Subscribed::view)
                .toList());
    }

    @QueryHandler
    public Optional<SubscriptionView> on(GetSubscription query) {
        return records.read(
                query.subscriptionId(), found -> seen(found, query.viewer()).map(Subscribed::view));
    }

    @QueryHandler
    public Optional<Page<DeliveryView>> on(FindDeliveries query) {
        return records.read(
                query.subscriptionId(), found -> seen(found, query.viewer()).map(one -> page(one, query)));
    }

    private static Page<DeliveryView> page(Subscribed one, FindDeliveries query) {
        List<Sending> wanted = new ArrayList<>(one.all().values().stream()
                .filter(sending -> sending.subject().isVisibleTo(query.viewer()))
                .filter(sending -> query.states().isEmpty()
                        || query.states().contains(sending.life().state()))
                .toList()
                .reversed());
        int total = wanted.size();
        Long after = query.after();
        if (after != null) {
            wanted.removeIf(sending -> sending.place() >= after);
        }
        boolean more = wanted.size() > query.limit();
        List<DeliveryView> items =
                wanted.stream().limit(query.limit()).map(Sending::view).toList();
        String next = more ? String.valueOf(wanted.get(items.size() - 1).place()) : null;
        return new Page<>(items, next, total);
    }

    @QueryHandler
    public Optional<DeliveryView> on(GetDelivery query) {
        return records.read(
                query.subscriptionId(),
                found -> seen(found, query.viewer())
                        .map(one -> one.all().get(query.deliveryId()))
                        .filter(sending -> sending.subject().isVisibleTo(query.viewer()))
                        .map(Sending::view));
    }

    @QueryHandler
    public List<DueDelivery> on(FindDueDeliveries query) {
        return records.read(all -> {
            Map<String, Integer> places = new HashMap<>(query.busyPlaces());
            List<DueDelivery> found = new ArrayList<>();
            for (Subscribed one : all) {
                if (found.size() >= query.limit()) {
                    break;
                }
                if (!query.busy().contains(one.view().id())) {
                    one.open().values().stream()
                            .filter(sending -> sending.needsSomething(query.now()))
                            .findFirst()
                            .filter(sending ->
                                    places.merge(one.view().place(), 1, Integer::sum) <= query.limitAtOnePlace())
                            .ifPresent(sending -> found.add(sending.due(query.now())));
                }
            }
            return found;
        });
    }

    @QueryHandler
    public DeliveryCounts on(CountDeliveries query) {
        return records.read(all -> {
            Map<Channel, Long> subscriptions = new EnumMap<>(Channel.class);
            Map<DeliveryKey, Long> notDelivered = new HashMap<>();
            for (Subscribed one : all) {
                if (isSeen(one, query.viewer())) {
                    Channel channel = one.view().channel();
                    subscriptions.merge(channel, 1L, Long::sum);
                    one.all().values().stream()
                            .filter(sending -> sending.life().state() != DeliveryState.DELIVERED)
                            .filter(sending -> sending.subject().isVisibleTo(query.viewer()))
                            .forEach(sending -> notDelivered.merge(
                                    new DeliveryKey(channel, sending.life().state()), 1L, Long::sum));
                }
            }
            return new DeliveryCounts(subscriptions, notDelivered);
        });
    }

    @QueryHandler
    public Optional<Channel> on(FindChannel query) {
        return records.find(query.deliveryId())
                .filter(sending -> isSeen(sending.subscribed(), query.viewer()))
                .map(sending -> sending.subscribed().view().channel());
    }

    private static Optional<Subscribed> seen(@Nullable Subscribed found, Viewer viewer) {
        return Optional.ofNullable(found).filter(one -> isSeen(one, viewer));
    }

    private static boolean isSeen(Subscribed one, Viewer viewer) {
        return viewer.is(Role.ADMIN) || viewer.is(Role.DCC_STAFF) || one.view().isOf(viewer);
    }
}
