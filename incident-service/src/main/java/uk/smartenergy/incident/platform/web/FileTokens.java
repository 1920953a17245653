package uk.smartenergy.incident.platform.web;

import java.util.Optional;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * Tokens by which one file can be read without signing in, for programs that cannot. A room whose file has such has a bean of this; the token comes
 * as the parameter {@link #PARAMETER} of the file's address.
 */
public interface FileTokens {
    String PARAMETER = "token";

    /** The path of the file. */
    String path();

    /**
     * As whom the file is read by this token: the user as it is now, but never cleared, since what is RED leaves by no channel. Empty if the token is
     * nobody's any more, or the user has gone.
     *
     * @throws uk.smartenergy.incident.platform.messaging.StoreAway if nobody can say
     */
    Optional<Viewer> holder(String token);
}
