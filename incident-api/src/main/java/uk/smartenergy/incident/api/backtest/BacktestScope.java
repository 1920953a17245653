package uk.smartenergy.incident.api.backtest;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Required;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * What a backtest is about, frozen when it is requested: run again it gives the same, whatever has been recorded since.
 *
 * @param policy under which the Incidents are replayed
 * @param baseline what that is held against; {@code null}: what stands on record
 * @param from raised at or after
 * @param to raised at or before
 * @param asOf what had happened by then
 * @param knownAt what was on record then
 * @param requestedBy who asked: it covers what they may see
 */
public record BacktestScope(
        PolicyChoice policy,
        @Nullable PolicyChoice baseline,
        Instant from,
        Instant to,
        Instant asOf,
        Instant knownAt,
        Requester requestedBy) {

    public BacktestScope {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period must not end before it begins");
        }
    }

    public Moment moment() {
        return new Moment(asOf, knownAt, asOf);
    }

    /**
     * A policy, whole: whatever becomes of it on record, the backtest was under this one.
     *
     * @param onRecord whether it is a version on record, and not one of its own
     */
    public record PolicyChoice(CategorisationPolicy policy, boolean onRecord) {}

    /** Who asked, as they were then. */
    public record Requester(
            String name, Set<Role> roles, @Nullable String party, boolean cleared) {
        public Requester {
            Required.text(name, "name");
            roles = Set.copyOf(roles);
        }

        public static Requester of(Viewer viewer) {
            return new Requester(viewer.name(), viewer.roles(), viewer.party(), viewer.cleared());
        }

        /** The same person as a viewer. */
        public Viewer asViewer() {
            return new Viewer(name, roles, party, cleared);
        }
    }
}
