package uk.smartenergy.incident.communication.read.deliveries;

import java.util.ArrayList;
import java.util.List;
import uk.smartenergy.incident.api.communication.DeliveryEvent;
import uk.smartenergy.incident.api.communication.SubscriptionEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** Feeds the image of subscriptions and deliveries. What it makes of the events is the same each time, and nothing is sent because of it. */
public final class DeliveryProjection implements Projection {
    public static final String NAME = "deliveries";

    private final DeliveryRecords records;
    private final List<RecordedEvent> taken = new ArrayList<>();

    public DeliveryProjection(DeliveryRecords records) {
        this.records = records;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.is(IncidentEvent.class)
                || recorded.is(SubscriptionEvent.class)
                || recorded.is(DeliveryEvent.class)) {
            taken.add(recorded);
        }
    }

    @Override
    public void publish() {
        records.take(taken);
        taken.clear();
    }

    @Override
    public void discard() {
        taken.clear();
    }

    @Override
    public void reset() {
        discard();
        records.clear();
    }
}
