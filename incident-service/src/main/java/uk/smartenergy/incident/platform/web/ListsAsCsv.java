package uk.smartenergy.incident.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Answers every list as CSV where that is what the request wants: what has a component {@code items} of records. Endpoints that have other rows
 * for a table than the elements of their list answer with a {@link Csv} of their own.
 */
final class ListsAsCsv extends AbstractSmartHttpMessageConverter<Object> {
    private static final String ITEMS = "items";

    private final Csv.Converter tables;

    ListsAsCsv(Csv.Converter tables) {
        super(Csv.TYPE);
        this.tables = tables;
    }

    /** The record of which every element of such a list is one; {@code null} if it is no such list. */
    static @Nullable Class<? extends Record> rowsOf(ResolvableType type) {
        Class<?> list = type.resolve();
        if (list == null || !list.isRecord()) {
            return null;
        }
        return Arrays.stream(list.getRecordComponents())
                .filter(component -> component.getName().equals(ITEMS) && component.getType() == List.class)
                .map(component -> element(component, type))
                .filter(element -> element != null && element.isRecord())
                .findFirst()
                .<Class<? extends Record>>map(element -> element.asSubclass(Record.class))
                .orElse(null);
    }

    private static @Nullable Class<?> element(RecordComponent component, ResolvableType owner) {
        return ResolvableType.forMethodReturnType(component.getAccessor(), owner.toClass())
                .getGeneric(0)
                .resolve(owner.getGeneric(0).resolve(Object.class));
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType media) {
        return wanted() && rowsOf(type) != null && canWrite(media);
    }

    /** Whoever takes anything gets JSON, whichever converter is asked first. */
    private static boolean wanted() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && Inquiry.wantsCsv(current.getRequest());
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        return false;
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage input, @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException("Tables are only written");
    }

    @Override
    protected void writeInternal(
            Object list, ResolvableType type, HttpOutputMessage output, @Nullable Map<String, Object> hints)
            throws IOException {
        Class<? extends Record> rows = rowsOf(type);
        if (rows == null) {
            throw new IllegalArgumentException(type + " is no list");
        }
        output.getHeaders().setContentType(Csv.WITH_CHARSET);
        OutputStream body = output.getBody();
        tables.write(new Csv(rows, itemsOf(list).stream().map(rows::cast).toList()), body);
    }

    private static List<?> itemsOf(Object list) {
        try {
            for (RecordComponent component : list.getClass().getRecordComponents()) {
                if (component.getName().equals(ITEMS)) {
                    var accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    return (List<?>) accessor.invoke(list);
                }
            }
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return List.of();
    }
}
