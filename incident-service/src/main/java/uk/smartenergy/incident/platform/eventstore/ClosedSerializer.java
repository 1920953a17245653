package uk.smartenergy.incident.platform.eventstore;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The serializer for what is not kept for ever: tokens, commands, queries. Types may be named in the JSON, but only
 * those of this product, of Axon, and of {@code java.util}.
 */
public final class ClosedSerializer {

    private ClosedSerializer() {}

    public static Serializer create() {
        BasicPolymorphicTypeValidator closed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("uk.smartenergy.incident.")
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.util.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.activateDefaultTyping(closed, DefaultTyping.NON_CONCRETE_AND_ARRAYS))
                .build();
    }
}
