package uk.smartenergy.incident.categorisation.write.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.categorisation.write.backtest.Samples.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.backtest.BacktestEvent;
import uk.smartenergy.incident.api.backtest.BacktestEvent.*;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventSerializer;

/** What is stored of each event, for ever. A new one is written to {@code target/received-events}; look at it and move it to {@code approved-events}. */
class ApprovedBacktestEventsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved-events");
    private static final Path RECEIVED = Path.of("target/received-events");

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventSerializer serializer = new EventSerializer(BacktestEventNamesConfiguration.names());

    static List<BacktestEvent> events() {
        return List.of(
                requested(),
                started(4),
                new BacktestTakenOver(ID, "two"),
                progressed(0, 2),
                new BacktestCompleted(ID),
                new BacktestCancelled(ID, "Wrong month"),
                new BacktestFailed(ID, "A fault of the service; its log says more"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(BacktestEvent event) throws IOException {
        SerializedObject<String> written = serializer.serialize(event, String.class);
        var type = written.getType();
        String approved = approved(type.getName() + "-" + type.getRevision(), written.getData());

        assertThat(json.readTree(written.getData())).isEqualTo(json.readTree(approved));
        assertThat((Object) serializer.deserialize(new SimpleSerializedObject<>(approved, String.class, type)))
                .isEqualTo(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        assertThat(BacktestEventNamesConfiguration.names().entries())
                .extracting(EventNames.Entry::type)
                .containsExactlyInAnyOrder(BacktestEvent.class.getPermittedSubclasses());
        assertThat(events())
                .extracting(Object::getClass)
                .hasSameElementsAs(List.of(BacktestEvent.class.getPermittedSubclasses()));
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
