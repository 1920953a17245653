package uk.smartenergy.incident.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.shared.Event;

/**
 * What is stored of each event, for ever. An approved file may be added, with a new revision; none may change, for such events lie in stores. A new
 * event is written to {@code target/received-events}; look at it and move it to {@code approved-events}.
 */
public final class ApprovedEvents {
    private static final Path APPROVED = Path.of("src/test/resources/approved-events");
    private static final Path RECEIVED = Path.of("target/received-events");

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventNames names;
    private final EventSerializer serializer;

    /** @param names of the events of one slice */
    public ApprovedEvents(EventNames names) {
        this.names = names;
        this.serializer = new EventSerializer(names);
    }

    /** It is written as approved, and what is approved is read as this event. */
    public void check(Event event) throws IOException {
        check(event, "");
    }

    /** @param form tells the file from that of the usual form of the event */
    public void check(Event event, String form) throws IOException {
        SerializedObject<String> written = serializer.serialize(event, String.class);
        String approved =
                approved(written.getType().getName() + "-" + written.getType().getRevision() + form, written.getData());
        assertThat(json.readTree(written.getData())).isEqualTo(json.readTree(approved));
        assertThat((Object)
                        serializer.deserialize(new SimpleSerializedObject<>(approved, String.class, written.getType())))
                .isEqualTo(event);
    }

    /** Every event of these sealed kinds has a name and a sample, and nothing else has. */
    public void areAllOf(Collection<? extends Event> samples, Class<?>... kinds) {
        Class<?>[] all = Stream.of(kinds).flatMap(ApprovedEvents::events).toArray(Class<?>[]::new);
        assertThat(names.entries()).extracting(EventNames.Entry::type).containsExactlyInAnyOrder(all);
        assertThat(samples.stream().<Class<?>>map(Object::getClass).distinct()).containsExactlyInAnyOrder(all);
    }

    private static Stream<Class<?>> events(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(ApprovedEvents::events)
                : Stream.of(kind);
    }

    private String approved(String name, String written) throws IOException {
        Path file = APPROVED.resolve(name + ".json");
        if (!Files.exists(file)) {
            Files.createDirectories(RECEIVED);
            Files.writeString(
                    RECEIVED.resolve(name + ".json"),
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(written)) + "\n");
        }
        return Files.readString(file);
    }
}
