package uk.smartenergy.incident.platform.messaging;

import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import uk.smartenergy.incident.api.shared.Query;

/** The answer as the query's own type declares it; both ends are compiled against that. */
final class AnyAnswer<R> implements ResponseType<R> {
    private static final long serialVersionUID = 1L;

    private static final ClassValue<Boolean> ANSWERED_BY_OPTIONAL = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> query) {
            Class<?> answer =
                    ResolvableType.forClass(query).as(Query.class).getGeneric(0).resolve();
            return answer == Optional.class;
        }
    };

    private final boolean optional;

    AnyAnswer(Query<R> query) {
        this.optional = ANSWERED_BY_OPTIONAL.get(query.getClass());
    }

    @Override
    public boolean matches(Type responseType) {
        return true;
    }

    /** Axon takes what a handler returns out of its {@link Optional}; this puts it in again. */
    @Override
    @SuppressWarnings("unchecked")
    public R convert(@Nullable Object response) {
        if (optional) {
            return (R) (response instanceof Optional ? response : Optional.ofNullable(response));
        }
        return (R) Objects.requireNonNull(response, "A query's answer may be empty but not null");
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<R> responseMessagePayloadType() {
        return (Class<R>) Object.class;
    }

    @Override
    public Class<?> getExpectedResponseType() {
        return Object.class;
    }
}
