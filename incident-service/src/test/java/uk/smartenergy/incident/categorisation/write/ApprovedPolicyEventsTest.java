package uk.smartenergy.incident.categorisation.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Condition;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Limb;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.*;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventSerializer;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** What is stored of each event, for ever; see the Incident's approved events for how to add one. */
class ApprovedPolicyEventsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved-events");
    private static final Path RECEIVED = Path.of("target/received-events");

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventSerializer serializer = new EventSerializer(PolicyEventNamesConfiguration.names());

    static List<PolicyEvent> events() {
        return List.of(
                new PolicyGiven(shipped(), 1),
                new PolicyDrafted(everyCondition()),
                new DraftChanged(everyCondition(), 2),
                new PolicyActivated("supplier-reading", LocalDate.of(2018, 9, 1), "Ruled by the Panel"),
                new PolicyRetired("dcc-reading", LocalDate.of(2018, 10, 1), null),
                new PoliciesConfigured(List.of("dcc-reading", "supplier-reading")));
    }

    private static CategorisationPolicy shipped() {
        return ReferenceData.shipped().policies().find("supplier-reading").orElseThrow();
    }

    private static CategorisationPolicy everyCondition() {
        CategorisationPolicy policy = shipped();
        List<Limb> limbs = new ArrayList<>(policy.limbs());
        limbs.add(new Limb(
                "all-forms",
                Category.CATEGORY_2,
                "Every form of a condition",
                true,
                new Condition.AllOf(List.of(
                        new Condition.WorkaroundAvailableIs(false),
                        new Condition.AnyOf(List.of(
                                new Condition.DataLossIn(Set.of(DataLoss.IMMATERIAL)),
                                new Condition.FinancialImpactIn(
                                        Set.of(FinancialImpact.TRIVIAL, FinancialImpact.SIGNIFICANT)),
                                new Condition.AllOf(List.of(
                                        new Condition.PartiesPreventedAtLeast(3),
                                        new Condition.BusinessProcessesInclude(Set.of("Billing", "Alerts"))))))))));
        return new CategorisationPolicy(
                "all-forms",
                "All forms",
                "For a test",
                policy.effectiveFrom(),
                limbs,
                policy.targets(),
                policy.cadences(),
                policy.escalations(),
                policy.told());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(PolicyEvent event) throws IOException {
        SerializedObject<String> written = serializer.serialize(event, String.class);
        var type = serializer.typeForClass(event.getClass());
        String approved = approved(type.getName() + "-" + type.getRevision(), written.getData());

        assertThat(json.readTree(written.getData())).isEqualTo(json.readTree(approved));
        assertThat((Object)
                        serializer.deserialize(new SimpleSerializedObject<>(approved, String.class, written.getType())))
                .isEqualTo(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        assertThat(PolicyEventNamesConfiguration.names().entries())
                .extracting(EventNames.Entry::type)
                .containsExactlyInAnyOrder(PolicyEvent.class.getPermittedSubclasses());
        assertThat(events()).hasSize(PolicyEvent.class.getPermittedSubclasses().length);
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
