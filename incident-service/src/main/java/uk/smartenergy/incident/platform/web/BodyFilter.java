package uk.smartenergy.incident.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes in a body as a whole and refuses one that is too long, whether its length was declared or not. Streamed bodies pass untouched. */
final class BodyFilter extends OncePerRequestFilter {
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final WebSettings settings;

    BodyFilter(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return BODILESS.contains(request.getMethod())
                || settings.streamedPaths().contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = Math.toIntExact(settings.maxBody().toBytes());
        byte[] body = request.getContentLengthLong() > most
                ? null
                : request.getInputStream().readNBytes(most + 1);
        if (body == null || body.length > most) {
            Problem tooLarge = Problem.of(413, "TOO_LARGE", "The body has more than %,d bytes".formatted(most));
            Problems.write(tooLarge, request, response);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }
}
