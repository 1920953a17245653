package uk.smartenergy.incident.platform.deciding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Refusal;

/**
 * What surrounds a decision on a record.
 *
 * @param now when what a command says is recorded; nothing may have happened later
 * @param actor who says it
 * @param actorParty the party that the user belongs to, if any
 * @param expectedVersion the version that the caller has seen; {@code null}: whichever stands
 */
public record Recording(
        Instant now,
        @Nullable String actor,
        @Nullable String actorParty,
        @Nullable Long expectedVersion) {

    public static Recording of(MetaData meta) {
        Object now = meta.get(MetaKeys.NOW);
        if (now == null) {
            throw new IllegalStateException("A command needs the recording time in its metadata");
        }
        Object expected = meta.get(MetaKeys.EXPECTED_VERSION);
        return new Recording(
                Instant.parse(now.toString()),
                text(meta, MetaKeys.ACTOR),
                text(meta, MetaKeys.ACTOR_PARTY),
                expected == null ? null : Long.valueOf(expected.toString()));
    }

    private static @Nullable String text(MetaData meta, String key) {
        return meta.get(key) instanceof String value ? value : null;
    }

    /**
     * When something happened: then, or now if nobody says.
     *
     * @throws Refusal if it is later than now, or before 1970
     */
    public Instant at(@Nullable Instant occurredAt) {
        if (occurredAt == null) {
            return now;
        }
        if (occurredAt.isAfter(now)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "OCCURRED_IN_FUTURE",
                    "What is recorded must have happened: " + occurredAt + " is later than now, " + now + ".",
                    Map.of("pointer", "/occurredAt"));
        }
        if (occurredAt.isBefore(Instant.EPOCH)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "OCCURRED_TOO_LONG_AGO",
                    "Nothing before 1970 is recorded: " + occurredAt + ".",
                    Map.of("pointer", "/occurredAt"));
        }
        return occurredAt;
    }

    /** @throws Refusal if the caller has seen another version than the one that stands */
    public void refuseIfStale(long standing) {
        if (expectedVersion != null && expectedVersion != standing) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "STALE_VERSION",
                    "You have seen version " + expectedVersion + "; it is at version " + standing + " now.",
                    Map.of("version", Long.toString(standing)));
        }
    }

    /** Applies what was decided. @param standing the version before; -1 if the record begins with this */
    public RecordAccepted apply(String record, long standing, List<? extends Event> events) {
        events.forEach(AggregateLifecycle::apply);
        return new RecordAccepted(record, standing + events.size(), !events.isEmpty());
    }
}
