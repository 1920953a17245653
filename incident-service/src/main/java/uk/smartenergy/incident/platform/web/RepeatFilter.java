package uk.smartenergy.incident.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/**
 * {@code Idempotency-Key} on every POST: who repeats a request gets the first answer again. Kept are successes and conflicts; after any other
 * answer the same key may be tried again. Who was cleared when it was given, and is no more, does not get it again. A streamed body is hashed while it passes.
 */
final class RepeatFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(RepeatFilter.class);
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,200}");
    private static final List<String> WITH_SECRETS = List.of("/api/v1/users", "/api/v1/subscriptions");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");

    private final AnswerStore store;
    private final WebSettings settings;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private final ConcurrentHashMap<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    RepeatFilter(AnswerStore store, WebSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            answer(request, response, chain);
        } catch (Problem | StoreAway ended) {
            Problems.write(Problems.of(ended), request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request);
        CompletableFuture<Void> done = takeTurn(id);
        try {
            if (request instanceof BufferedRequest buffered) {
                String hash = hasSecret(request) ? Hashes.slow(buffered.body(), id) : Hashes.of(buffered.body());
                Optional<Answer> before = before(id);
                if (before.isPresent()) {
                    replay(before.get(), hash, response);
                } else {
                    Repeat repeat = new Repeat(id, hash, store, settings.twinWait(), isCleared());
                    first(repeat, request, () -> hash, response, chain);
                }
            } else {
                streamed(id, new DigestedRequest(request), response, chain);
            }
        } finally {
            underWay.remove(id);
            done.complete(null);
        }
    }

    /** Waits until no twin is being answered on this node. */
    private CompletableFuture<Void> takeTurn(String id) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        CompletableFuture<Void> twin = underWay.putIfAbsent(id, mine);
        while (twin != null) {
            try {
                twin.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException slow) {
                throw Problem.tryLater(
                        "REQUEST_UNDER_WAY", "The same request is being answered", Duration.ofSeconds(1));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw Problem.tryLater(
                        "REQUEST_UNDER_WAY", "The same request is being answered", Duration.ofSeconds(1));
            }
            twin = underWay.putIfAbsent(id, mine);
        }
        return mine;
    }

    private void streamed(String id, DigestedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Answer> before = before(id);
        if (before.isPresent()) {
            replay(before.get(), request.hash(), response);
        } else {
            first(null, request, request::hash, response, chain);
        }
    }

    /** The first answer, if who asks may still have it. */
    private Optional<Answer> before(String id) {
        boolean cleared = isCleared();
        return store.find(id).filter(answer -> answer.mayGoTo(cleared));
    }

    /** Answers as the first time. */
    private static void replay(Answer before, String hash, HttpServletResponse response) throws IOException {
        if (!before.bodyHash().equals(hash)) {
            throw Repeat.otherBody();
        }
        before.writeTo(response);
    }

    private void first(
            @Nullable Repeat repeat,
            HttpServletRequest request,
            BodyHash hash,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request);
        if (repeat != null) {
            request.setAttribute(Repeat.ATTRIBUTE, repeat);
        }
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (repeat != null && repeat.replayed()) {
            held.setHeader(Answer.REPLAYED, "true");
        }
        int status = held.getStatus();
        boolean once = repeat != null && repeat.shownOnce();
        if (!once && (status >= 200 && status < 300 || status == 409)) {
            String secretOf = repeat == null || status == 409 ? null : repeat.secretOf();
            keep(
                    id,
                    new Answer(
                            hash.get(),
                            status,
                            keptHeaders(held),
                            held.getContentAsByteArray(),
                            isCleared(),
                            secretOf));
        }
        held.copyBodyToResponse();
    }

    /** What was done is done: that its answer could not be kept is no reason to withhold it. */
    private void keep(String id, Answer answer) {
        try {
            store.keep(id, answer);
        } catch (StoreAway away) {
            log.warn("An answer could not be kept; a repetition of its request will be answered anew");
        }
    }

    private static Map<String, String> keptHeaders(HttpServletResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static String idOf(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.size() != 1
                || !KEY.matcher(keys.getFirst()).matches()
                || keys.getFirst().isBlank()) {
            throw Problem.of(
                    400,
                    "INVALID_IDEMPOTENCY_KEY",
                    "Idempotency-Key must be given once and have 1 to 200 printable characters");
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        String user = viewer().map(Viewer::name).orElse("");
        if (authentication instanceof Identified who && !who.identity().isEmpty()) {
            user += " " + who.identity();
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return Hashes.of(String.join(
                "\n",
                user,
                request.getMethod(),
                request.getRequestURI() + query,
                keys.getFirst().strip()));
    }

    /** Whether the body may hold a password, or the secret of a webhook. The path is taken as the container decodes it, since it is by that that requests are served. */
    private static boolean hasSecret(HttpServletRequest request) {
        return WITH_SECRETS.stream().anyMatch(request.getServletPath()::startsWith);
    }

    private static Optional<Viewer> viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }

    private static boolean isCleared() {
        return viewer().filter(Viewer::cleared).isPresent();
    }

    private interface BodyHash {
        String get() throws IOException;
    }
}
