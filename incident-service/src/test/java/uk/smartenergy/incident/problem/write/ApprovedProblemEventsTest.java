package uk.smartenergy.incident.problem.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.SuggestionEvent;
import uk.smartenergy.incident.api.problem.SuggestionEvent.SuggestionDismissed;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.problem.WatchCommand.BeginWatch;
import uk.smartenergy.incident.api.problem.WatchEvent;
import uk.smartenergy.incident.api.problem.WatchEvent.WatchBegun;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventSerializer;

/** What is stored of Problems, for ever: see the Incident's test of the same kind. */
class ApprovedProblemEventsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved-events");
    private static final Path RECEIVED = Path.of("target/received-events");
    private static final EventNames NAMES = ProblemEventNamesConfiguration.names();
    private static final ProblemId ID = new ProblemId("PBI000000000012");
    private static final SuggestionId SUGGESTION = new SuggestionId("SUG000000004711");
    private static final IncidentId INCIDENT = new IncidentId("INC000000294975");
    private static final Instant AT = Instant.parse("2018-08-01T09:00:00Z");
    private static final LocalDate DATE = LocalDate.parse("2018-12-01");

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventSerializer serializer = new EventSerializer(NAMES);

    static List<Event> events() {
        return List.of(
                new ProblemOpened(
                        ID,
                        AT,
                        "Installs in the North do not ramp up",
                        "With no clear timescale",
                        ProblemReason.TREND,
                        List.of("WAN"),
                        List.of("North"),
                        List.of("Install & Commission"),
                        ProblemPriority.P2,
                        "Joins time out",
                        Classification.GREEN,
                        SUGGESTION),
                new IncidentLinkedToProblem(ID, AT, INCIDENT, "The first of them"),
                new IncidentRemovedFromProblem(ID, AT, INCIDENT, "Another cause"),
                new ProblemAssigned(ID, AT, "CSP North", "Its region"),
                new RootCauseStated(ID, AT, "The wrong variant of the hub"),
                new WorkaroundStated(ID, AT, "Exchange the hub"),
                new ProblemPrioritised(ID, AT, ProblemPriority.P1, "The Ops Group asked"),
                new TargetDateSet(ID, AT, DATE, "Parts are late"),
                new FixPlanned(ID, AT, "CRQ000000004711", DATE),
                new ProblemNoted(ID, AT, "Verbal update to the Ops Group"),
                new ProblemClosed(ID, AT, "Overtaken by SECMP0063"),
                new ProblemReopened(ID, AT, "It happened again"),
                new SuggestionDismissed(SUGGESTION, AT, "Long ago", List.of(INCIDENT), Classification.AMBER),
                new WatchBegun(BeginWatch.FOR_MAJOR_INCIDENTS, AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(Event event) throws IOException {
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
        Class<?>[] all = Stream.of(ProblemEvent.class, SuggestionEvent.class, WatchEvent.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .toArray(Class<?>[]::new);
        assertThat(NAMES.entries()).extracting(EventNames.Entry::type).containsExactlyInAnyOrder(all);
        assertThat(events()).extracting(Object::getClass).containsExactlyInAnyOrder(all);
    }
}
