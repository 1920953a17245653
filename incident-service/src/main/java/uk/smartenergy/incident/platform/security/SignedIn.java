package uk.smartenergy.incident.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.web.Identified;

/** A user who has signed in; the principal is the {@link Viewer}. */
final class SignedIn extends AbstractAuthenticationToken implements Identified {
    private final transient Viewer viewer;
    private final String identity;

    SignedIn(User user) {
        this(user.viewer());
    }

    SignedIn(Viewer viewer) {
        super(viewer.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.viewer = viewer;
        String id = viewer.id();
        this.identity = id == null ? "" : id;
        setAuthenticated(true);
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return viewer.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && that.viewer.equals(viewer) && that.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return List.of(viewer, identity).hashCode();
    }
}
