package uk.smartenergy.incident.categorisation.read.backtests;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestEvent;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** Feeds the image of all backtests, without their rows. */
public final class BacktestProjection implements Projection {
    public static final String NAME = "backtests";

    private record Image(Map<BacktestId, BacktestRecord> byId, ConcurrentSkipListMap<Long, BacktestId> asRequested) {
        static Image empty() {
            return new Image(new ConcurrentHashMap<>(), new ConcurrentSkipListMap<>());
        }
    }

    private volatile Image image = Image.empty();
    private final Map<BacktestId, BacktestRecord> taken = new LinkedHashMap<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (!recorded.is(BacktestEvent.class)) {
            return;
        }
        BacktestEvent event = recorded.payload(BacktestEvent.class);
        BacktestId id = event.backtestId();
        @Nullable BacktestRecord known = taken.containsKey(id) ? taken.get(id) : image.byId.get(id);
        BacktestRecord next = BacktestRecord.after(known, event, recorded);
        if (next != null) {
            taken.put(id, next);
        }
    }

    @Override
    public void publish() {
        taken.forEach((id, one) -> {
            image.byId.put(id, one);
            image.asRequested.put(one.position(), id);
        });
        taken.clear();
    }

    @Override
    public void discard() {
        taken.clear();
    }

    @Override
    public void reset() {
        discard();
        image = Image.empty();
    }

    Optional<BacktestRecord> find(BacktestId id) {
        return Optional.ofNullable(image.byId.get(id));
    }

    /** All of them, the one that was requested last before the others. */
    Collection<BacktestRecord> newestFirst() {
        Image now = image;
        return now.asRequested.descendingMap().values().stream()
                .flatMap(id -> Optional.ofNullable(now.byId.get(id)).stream())
                .toList();
    }
}
