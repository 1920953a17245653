package uk.smartenergy.incident.platform.web;

import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;

/** In whose name a user speaks. Several of a user's roles may speak for a body; the own party goes before them. */
public final class Speaker {
    private Speaker() {}

    public static String nameOf(Viewer viewer) {
        String party = viewer.party();
        if (party != null) {
            return party;
        }
        return viewer.is(Role.OPS_GROUP)
                ? "Operations Group"
                : viewer.is(Role.SECAS) ? "SECAS" : viewer.is(Role.DCC_STAFF) ? "DCC" : viewer.name();
    }

    /** Whether the user may say what another party told. */
    public static boolean speaksForOthers(Viewer viewer) {
        return viewer.is(Role.ADMIN) || viewer.is(Role.DCC_STAFF) || viewer.is(Role.OPS_GROUP) || viewer.is(Role.SECAS);
    }

    /**
     * The party that is named, or else the user's own name; ends the request with 403 if the user may not speak for it.
     *
     * @param what the user does, such as {@code dispute}
     */
    public static String inTheNameOf(Viewer viewer, @Nullable String party, String what) {
        String own = nameOf(viewer);
        if (party != null && !party.equals(own) && !speaksForOthers(viewer)) {
            throw Problem.of(403, "NOT_YOUR_PARTY", "You may " + what + " in the name of your own party only");
        }
        return party == null ? own : party;
    }
}
