package uk.smartenergy.incident.api.categorisation;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Event;

/** What happened to the categorisation policies. A policy is kept whole, so that it can be read however its file has changed since. */
public sealed interface PolicyEvent extends Event {

    /** A file held a policy that was not on record, or not so. @param revision from 1, within the version */
    @Revision("1")
    record PolicyGiven(CategorisationPolicy policy, int revision) implements PolicyEvent {}

    @Revision("1")
    record PolicyDrafted(CategorisationPolicy policy) implements PolicyEvent {}

    /** @param revision from 2 */
    @Revision("1")
    record DraftChanged(CategorisationPolicy policy, int revision) implements PolicyEvent {}

    /** @param from the day, in Europe/London, from which on it is in force until another's later activation */
    @Revision("1")
    record PolicyActivated(
            String version, LocalDate from, @Nullable String reason) implements PolicyEvent {}

    @Revision("1")
    record PolicyRetired(
            String version, LocalDate from, @Nullable String reason) implements PolicyEvent {}

    /** The settings named other versions than before; each is in force from its first day on, unless one was activated. */
    @Revision("1")
    record PoliciesConfigured(List<String> versions) implements PolicyEvent {
        public PoliciesConfigured {
            versions = List.copyOf(versions);
        }
    }
}
