package uk.smartenergy.incident.categorisation.read.policies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.api.categorisation.PolicyQuery.GetPolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.reference.PolicyBook;

/**
 * The register of policies as the events have it. Until what this node's files and settings say is on record, it has no book to decide by: what
 * decided before would go by older contents, or miss an activation. Once it was on record, the record rules, whatever another node's files say.
 */
public final class PolicyRecords implements Projection {
    public static final String NAME = "categorisation-policies";

    private final PolicyBook files;
    private final List<Recorded> all = new ArrayList<>();
    private int published;
    private volatile Image image = Image.NONE;

    private record Recorded(PolicyEvent event, long sequence, Instant recordedAt) {}

    /** @param book {@code null} until this node's files and settings are on record */
    private record Image(
            List<Recorded> events,
            PolicyRegister register,
            @Nullable PolicyBook book,
            long lastSequence) {
        static final Image NONE = new Image(List.of(), PolicyRegister.EMPTY, null, -1);
    }

    /** @param files as the files and settings of this node have it */
    public PolicyRecords(PolicyBook files) {
        this.files = files;
    }

    /** By which to decide now; empty until this node's files and settings are on record. */
    public Optional<PolicyBook> book() {
        return Optional.ofNullable(image.book());
    }

    /** The sequence number of the last event that is shown; -1: none. */
    public long lastSequence() {
        return image.lastSequence();
    }

    @QueryHandler
    public PolicyRegister on(GetPolicyRegister query) {
        Instant knownAt = query.knownAt();
        Image now = image;
        return knownAt == null
                ? now.register()
                : register(now.events().stream()
                        .filter(recorded -> !recorded.recordedAt().isAfter(knownAt))
                        .toList());
    }

    private static PolicyRegister register(List<Recorded> events) {
        PolicyRegister register = PolicyRegister.EMPTY;
        for (Recorded recorded : events) {
            register = register.after(recorded.event(), recorded.sequence(), recorded.recordedAt());
        }
        return register;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(RecordedEvent event) {
        if (event.is(PolicyEvent.class)) {
            all.add(new Recorded(event.payload(PolicyEvent.class), event.sequence(), event.recordedAt()));
        }
    }

    @Override
    public void publish() {
        if (all.size() > published) {
            List<Recorded> events = List.copyOf(all);
            PolicyRegister register = register(events);
            boolean settled = image.book() != null
                    || register.missing(files.all(), files.configured()).isEmpty();
            image = new Image(
                    events,
                    register,
                    settled ? new PolicyBook(register) : null,
                    events.getLast().sequence());
            published = all.size();
        }
    }

    @Override
    public void discard() {
        all.subList(published, all.size()).clear();
    }

    @Override
    public void reset() {
        all.clear();
        published = 0;
        image = Image.NONE;
    }
}
