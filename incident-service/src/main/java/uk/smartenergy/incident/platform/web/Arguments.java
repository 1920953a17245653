package uk.smartenergy.incident.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import uk.smartenergy.incident.api.shared.Viewer;

/** Gives controllers a {@link Viewer}, {@link Asker}, {@link Inquiry} or {@link Body}. */
final class Arguments implements HandlerMethodArgumentResolver {
    static final Set<Class<?>> TYPES = Set.of(Viewer.class, Asker.class, Inquiry.class, Body.class);

    private final Clock clock;

    Arguments(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Not a servlet request");
        }
        Class<?> type = parameter.getParameterType();
        if (type == Body.class) {
            return new Body(JsonBodies.read(request), clock.instant());
        }
        if (type == Inquiry.class) {
            return Inquiry.of(viewer(), clock.instant(), request);
        }
        if (type == Asker.class) {
            Repeat repeat = (Repeat) request.getAttribute(Repeat.ATTRIBUTE);
            return new Asker(viewer(), clock.instant(), Versions.expected(request), repeat);
        }
        return viewer();
    }

    private static Viewer viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) {
            return viewer;
        }
        throw Problem.of(401, "UNAUTHENTICATED", "Sign in with a name and password");
    }
}
