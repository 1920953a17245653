package uk.smartenergy.incident.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import uk.smartenergy.incident.api.shared.Viewer;

/** A user who has signed in; the principal is the {@link Viewer}. */
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Viewer viewer;

    SignedIn(Viewer viewer) {
        super(viewer.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.viewer = viewer;
        setAuthenticated(true);
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
        return other instanceof SignedIn that && that.viewer.equals(viewer);
    }

    @Override
    public int hashCode() {
        return List.of(viewer).hashCode();
    }
}
