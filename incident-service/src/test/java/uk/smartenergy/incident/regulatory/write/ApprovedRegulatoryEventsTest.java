package uk.smartenergy.incident.regulatory.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.regulatory.ChallengeKind;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.*;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.MeasureKey;
import uk.smartenergy.incident.api.regulatory.Submission.RdpCounts;
import uk.smartenergy.incident.api.regulatory.Submission.Volumes;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventSerializer;

/** What is stored of the register, for ever: see the Incident's test of the same kind. */
class ApprovedRegulatoryEventsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved-events");
    private static final Path RECEIVED = Path.of("target/received-events");
    private static final EventNames NAMES = RegulatoryEventNamesConfiguration.names();
    private static final String RECORD = "REG-PMR-2018-07";
    private static final Instant AT = Instant.parse("2018-09-05T15:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2018, 10, 9);

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventSerializer serializer = new EventSerializer(NAMES);

    static List<RegulatoryEvent> events() {
        return List.of(
                new ReportSubmitted(
                        RECORD,
                        AT,
                        1,
                        new Submission(
                                List.of(new Measure(
                                        "CPM5",
                                        "Category 3, 4 and 5 Incidents resolved in time",
                                        new BigDecimal("88.1"),
                                        "%",
                                        new BigDecimal("90"),
                                        new BigDecimal("80"),
                                        false,
                                        "Ferries",
                                        "North",
                                        "CSP North")),
                                new Volumes(868_301L, 1_209_004L, "Fewer installations"),
                                new RdpCounts(7, 5, 1, 4, 4),
                                List.of("INC000000294975"),
                                "All above Target",
                                "PMR July 2018",
                                Classification.GREEN)),
                new MeasureExplained(RECORD, AT, 1, new MeasureKey("CPM5", "North", "CSP North"), "Ferries"),
                new ReportChallenged(
                        RECORD,
                        AT,
                        1,
                        ChallengeKind.OUTAGE_MISSING,
                        "Outages are missing",
                        "Operations Group",
                        List.of("X-1"),
                        1,
                        Classification.GREEN),
                new ActionRaised(RECORD, AT, 1, 1, "Report back", "DCC", DUE, Classification.GREEN),
                new ActionReported(RECORD, AT, 1, "Looking"),
                new ActionDueDateMoved(RECORD, AT, 1, DUE, "Late figures"),
                new ActionAssigned(RECORD, AT, 1, "CSP North"),
                new ActionCompleted(RECORD, AT, 1, "Corrected"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(RegulatoryEvent event) throws IOException {
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
        assertThat(NAMES.entries())
                .extracting(EventNames.Entry::type)
                .containsExactlyInAnyOrder(RegulatoryEvent.class.getPermittedSubclasses());
        assertThat(events())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(RegulatoryEvent.class.getPermittedSubclasses());
    }
}
