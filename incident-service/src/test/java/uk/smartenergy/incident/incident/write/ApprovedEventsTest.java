package uk.smartenergy.incident.incident.write;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.incident.write.Samples.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.CommunicationStandard;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventSerializer;

/**
 * What is stored of each event, for ever. An approved file may be added, with a new revision; none may change, for such events lie in stores. A new
 * event is written to {@code target/received-events}; look at it and move it to {@code approved-events}.
 */
class ApprovedEventsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved-events");
    private static final Path RECEIVED = Path.of("target/received-events");

    private static final EventNames NAMES = IncidentEventNamesConfiguration.names();

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventSerializer serializer = new EventSerializer(NAMES);

    static List<IncidentEvent> events() {
        return List.of(
                raised(),
                new IncidentCategorised(
                        ID, T0, REFERENCE.policies().activeAt(T0).decide(CategorisationFacts.of(MODERATE, PROCESSES))),
                new ImpactAssessed(ID, at(1), impact(ImpactLevel.CRITICAL), PROCESSES, "More reports"),
                new IncidentAssigned(ID, at(2), "CSP North", "Mesh region"),
                new IncidentRespondedTo(ID, at(3), false, "Looking into it"),
                new IncidentPaused(ID, at(4), "Waits for the serial number", "Mail of 9:04"),
                new IncidentResumed(ID, at(5), "Number came"),
                new IncidentEscalated(ID, at(6), "SERVICE_MANAGER", "No progress"),
                new CategoryDisputed(
                        ID,
                        at(6),
                        1,
                        "Northwick Energy",
                        Category.CATEGORY_3,
                        Category.CATEGORY_1,
                        "No installation succeeds",
                        "Job sheets of 1 August"),
                new DisputeEvidenceAdded(ID, at(7), 1, "Northwick Energy", "41 failed installations", "jobs.csv"),
                new DisputeWithdrawn(ID, at(8), 1, "Settled by telephone"),
                new CategoryRuled(
                        ID,
                        at(9),
                        2,
                        Category.CATEGORY_1,
                        "Critical to those who install",
                        REFERENCE.policies().activeAt(T0).decide(CategorisationFacts.of(MODERATE, PROCESSES)),
                        T0),
                new IncidentCommunicated(ID, at(7), 1, content()),
                new CommunicationRated(ID, at(8), 1, 2, "Too vague", null),
                new IncidentResolved(ID, at(9), "Hub replaced"),
                new IncidentClosed(ID, at(5000), null, at(9)),
                new IncidentReopened(ID, at(5001), "Fails again"),
                new IncidentLinked(ID, at(5002), LinkType.RECURRENCE_OF, "INC000000000007", "Same hub"));
    }

    static List<IncidentEvent> rarerForms() {
        return List.of(
                new IncidentRaised(
                        ID,
                        T0,
                        "Keys",
                        null,
                        IncidentType.SECURITY,
                        RAISER,
                        List.of(),
                        List.of(),
                        null,
                        "Meter 17",
                        null,
                        null,
                        null,
                        List.of(new IncidentId("INC000000000007")),
                        "X-1",
                        Classification.RED),
                new IncidentCategorised(
                        ID, T0, CategoryDecision.elsewhere(Category.CATEGORY_4, null, "By the service desk")),
                new CommunicationRated(ID, at(8), 1, 2, "Too vague", "ada"),
                new IncidentEscalated(
                        ID,
                        at(6),
                        "SERVICE_MANAGER",
                        "75% of the Target Resolution is used up",
                        "CATEGORY_1 resolution 75%"),
                new IncidentCommunicated(
                        ID,
                        at(7),
                        1,
                        CommunicationContent.of("Known"),
                        new CommunicationStandard(
                                "MODERATE_INCIDENT",
                                List.of(CommunicationPart.AFFECTED, CommunicationPart.WHO_IS_AFFECTED))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(IncidentEvent event) throws IOException {
        check(event, "");
    }

    @ParameterizedTest
    @MethodSource("rarerForms")
    void rarerFormsAreWrittenAndReadAsApproved(IncidentEvent event) throws IOException {
        check(event, "-rare");
    }

    @Test
    void everyEventHasANameASampleAndAFile() throws IOException {
        assertThat(NAMES.entries())
                .extracting(EventNames.Entry::type)
                .containsExactlyInAnyOrder(IncidentEvent.class.getPermittedSubclasses());
        Set<String> named = NAMES.entries().stream()
                .map(entry -> entry.name() + "-" + entry.revision())
                .collect(Collectors.toSet());
        assertThat(events().stream().map(this::name)).containsExactlyInAnyOrderElementsOf(named);
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("(-rare)?\\.json", "")))
                    .containsAll(named);
        }
    }

    private void check(IncidentEvent event, String form) throws IOException {
        SerializedObject<String> written = serializer.serialize(event, String.class);
        String approved = approved(name(event) + form, written.getData());
        assertThat(json.readTree(written.getData())).isEqualTo(json.readTree(approved));
        assertThat((Object)
                        serializer.deserialize(new SimpleSerializedObject<>(approved, String.class, written.getType())))
                .isEqualTo(event);
    }

    private String name(IncidentEvent event) {
        var type = serializer.typeForClass(event.getClass());
        return type.getName() + "-" + type.getRevision();
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
