package uk.smartenergy.incident.platform.eventstore;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/**
 * Writes events and snapshots as plain JSON under the names of {@link EventNames}. No class name is written and none
 * is believed: there is no polymorphic typing. Unknown fields are passed over, so that an older release reads what a
 * newer one added.
 *
 * <p>It is not for tokens, commands or queries; see {@link ClosedSerializer} for those.
 */
public final class EventSerializer extends Jackson3Serializer {

    private static final SimpleSerializedType META_DATA = new SimpleSerializedType(MetaData.class.getName(), null);

    private final EventNames names;

    public EventSerializer(EventNames names) {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)));
        this.names = names;
    }

    /** The stored name of a payload's class; a class that has none is an error. */
    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return META_DATA;
        }
        EventNames.Entry entry = names.forType(type);
        if (entry == null) {
            throw new SerializationException(
                    "No logical name is registered for " + type.getName() + ", so it cannot be stored");
        }
        return new SimpleSerializedType(entry.name(), entry.revision());
    }

    /** The class of a stored name; one that is unknown, or has another revision, is an error. */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (META_DATA.getName().equals(type.getName())) {
            return MetaData.class;
        }
        EventNames.Entry entry = names.forName(type.getName());
        if (entry == null) {
            throw new SerializationException("No class is registered for the stored name [" + type.getName()
                    + "], revision [" + type.getRevision() + "]: was it written by a newer release?");
        }
        if (!entry.revision().equals(type.getRevision())) {
            throw new SerializationException("[" + type.getName() + "] is stored with revision [" + type.getRevision()
                    + "], this release reads [" + entry.revision() + "], and no upcaster leads from one to the other");
        }
        return entry.type();
    }
}
