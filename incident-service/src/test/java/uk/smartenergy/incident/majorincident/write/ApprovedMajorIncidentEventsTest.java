package uk.smartenergy.incident.majorincident.write;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.majorincident.write.Samples.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventSerializer;

class ApprovedMajorIncidentEventsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved-events");
    private static final Path RECEIVED = Path.of("target/received-events");
    private static final EventNames NAMES = MajorIncidentEventNamesConfiguration.names();

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventSerializer serializer = new EventSerializer(NAMES);

    static List<MajorIncidentReportEvent> events() {
        return List.of(
                new ReportVersionWritten(
                        INCIDENT,
                        ReportKind.SUMMARY,
                        WRITTEN,
                        1,
                        written(ReportKind.SUMMARY, 1).parts(),
                        List.of(REDACTION),
                        "First",
                        Classification.AMBER),
                new ReportRedacted(INCIDENT, ReportKind.SUMMARY, SUBMITTED, 1, List.of(REDACTION)),
                submitted(ReportKind.SUMMARY, 1),
                commented(1),
                requested(1, 1),
                amended(1, 2, 1),
                agreed(ReportKind.REVIEW, 2),
                new ReportsPublished(INCIDENT, NOW, 2, 1, Classification.GREEN));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(MajorIncidentReportEvent event) throws IOException {
        SerializedObject<String> written = serializer.serialize(event, String.class);
        String name = written.getType().getName() + "-" + written.getType().getRevision() + ".json";
        Path file = APPROVED.resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(RECEIVED);
            Files.writeString(
                    RECEIVED.resolve(name),
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(written.getData())) + "\n");
        }
        String approved = Files.readString(file);
        assertThat(json.readTree(written.getData())).isEqualTo(json.readTree(approved));
        assertThat((Object)
                        serializer.deserialize(new SimpleSerializedObject<>(approved, String.class, written.getType())))
                .isEqualTo(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        Class<?>[] all = Stream.concat(
                        Stream.of(OfOneReport.class.getPermittedSubclasses()), Stream.of(ReportsPublished.class))
                .toArray(Class<?>[]::new);
        assertThat(NAMES.entries()).extracting(EventNames.Entry::type).containsExactlyInAnyOrder(all);
        assertThat(events()).extracting(Object::getClass).containsExactlyInAnyOrder(all);
    }
}
