package uk.smartenergy.incident.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.ReadModelBehind;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.web.FileTokens;

/**
 * Signs in whoever reads a file by its token, for that request and that file only; the table of {@link Permissions} holds for them as ever. Whoever
 * has a wrong token is answered as whoever has none, and after a number of failures from one address is told to wait, as for wrong passwords. A right
 * one is let in all the same: it cannot be found by trying, and one program with a withdrawn token shall not shut out all others of its address.
 */
final class TokenFilter extends OncePerRequestFilter {
    /** No user's name, since those have no blanks. */
    private static final String NOBODY = "by token";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final List<FileTokens> files;
    private final FailedSignIns failed;
    private final AuthenticationEntryPoint refusal;

    TokenFilter(List<FileTokens> files, FailedSignIns failed, AuthenticationEntryPoint refusal) {
        this.files = List.copyOf(files);
        this.failed = failed;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<FileTokens> file = files.stream()
                .filter(one -> one.path().equals(request.getServletPath()))
                .findFirst();
        // Parameters are read of no other request: that could consume its body.
        String token = file.isPresent() && READING.contains(request.getMethod()) ? token(request) : null;
        if (file.isEmpty() || token == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Viewer holder = holder(file.get(), token, String.valueOf(request.getRemoteAddr()));
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(holder));
            SecurityContextHolder.setContext(context);
        } catch (AuthenticationException refused) {
            refusal.commence(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private static @Nullable String token(HttpServletRequest request) {
        try {
            return request.getParameter(FileTokens.PARAMETER);
        } catch (IllegalStateException unreadable) {
            // Whoever reads the query next says so.
            return null;
        }
    }

    private Viewer holder(FileTokens file, String token, String address) {
        try {
            Optional<Viewer> holder = file.holder(token);
            return holder.orElseThrow(() -> refused(address));
        } catch (StoreAway | ReadModelBehind away) {
            throw new AuthenticationServiceException("The tokens cannot be looked up", away);
        }
    }

    private AuthenticationException refused(String address) {
        Optional<Duration> wait = failed.wait(NOBODY, address);
        if (wait.isEmpty()) {
            failed.failed(NOBODY, address);
        }
        return wait.<AuthenticationException>map(TooManyFailures::new)
                .orElseGet(() -> new BadCredentialsException("The token is nobody's"));
    }
}
