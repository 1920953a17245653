package uk.smartenergy.incident.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Condition;
import uk.smartenergy.incident.api.categorisation.Condition.AllOf;
import uk.smartenergy.incident.api.categorisation.Condition.AnyOf;
import uk.smartenergy.incident.api.categorisation.Condition.PartiesPreventedAtLeast;
import uk.smartenergy.incident.api.categorisation.Condition.ReducedCapacityIs;
import uk.smartenergy.incident.api.categorisation.Condition.WorkaroundAvailableIs;
import uk.smartenergy.incident.api.categorisation.Limb;
import uk.smartenergy.incident.api.categorisation.PolicyCheck;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.platform.reference.PolicyDocuments.PolicyFault;

class PolicyDocumentsTest {
    private final JsonMapper json = JsonMapper.builder().build();
    private final ReferenceData reference = ReferenceData.shipped();
    private final CategorisationPolicy dcc = policy("dcc-reading");
    private final CategorisationPolicy supplier = policy("supplier-reading");
    private final PolicyDocuments documents =
            new PolicyDocuments(reference.vocabulary(), reference.escalationLevels(), null);

    @Test
    void whatIsWrittenIsReadAgainAsTheSame() {
        for (CategorisationPolicy policy : List.of(dcc, supplier)) {
            assertThat(read(written(policy)).faults()).isEmpty();
            assertThat(read(written(policy)).policy()).contains(policy);
        }
    }

    @Test
    void whatIsWrittenCanBeChangedAndSentAgainWithAllThatIsShownBesideIt() {
        ObjectNode body = written(supplier);
        body.put("version", "my-reading")
                .put("active", true)
                .put("note", "verify")
                .put("state", "ACTIVE");
        ((ObjectNode) body.at("/limbs/0/when/partiesPrevented")).put("atLeast", 5);

        CategorisationPolicy changed = read(body).policy().orElseThrow();

        assertThat(changed.version()).isEqualTo("my-reading");
        assertThat(changed.limbs().getFirst().when()).isEqualTo(new PartiesPreventedAtLeast(5));
        assertThat(changed.targets()).isEqualTo(supplier.targets());
        assertThat(changed.cadences()).isEqualTo(supplier.cadences());
    }

    @Test
    void whatIsLeftOutIsThatOfThePolicyInForceOrOfTheOneNamed() {
        CategorisationPolicy onForce =
                read(json.readTree("{\"version\": \"short\"}")).policy().orElseThrow();
        CategorisationPolicy onOther = read(json.readTree("""
                {"version": "short", "basedOn": "supplier-reading",
                 "targets": {"1": {"initialResponse": "5 minutes", "resolution": "2 hours"}},
                 "communications": {"2": "on change"}}""")).policy().orElseThrow();

        assertThat(onForce.limbs()).isEqualTo(dcc.limbs());
        assertThat(onForce.effectiveFrom()).isEqualTo(dcc.effectiveFrom());
        assertThat(onOther.limbs()).isEqualTo(supplier.limbs());
        assertThat(onOther.targetsOf(Category.CATEGORY_1).resolution())
                .isEqualTo(new TargetTime(2, TargetTime.Unit.HOURS));
        assertThat(onOther.targetsOf(Category.CATEGORY_2)).isEqualTo(supplier.targetsOf(Category.CATEGORY_2));
        assertThat(onOther.cadences()).containsOnlyKeys(Category.CATEGORY_1, Category.CATEGORY_3);
    }

    @Test
    void aLimbThatIsNotWordedIsCalledByItsCode() {
        ObjectNode body = written(dcc);
        ((ObjectNode) body.at("/limbs/0")).remove("text");

        assertThat(read(body).policy().orElseThrow().limbs().getFirst().text())
                .isEqualTo(dcc.limbs().getFirst().code());
    }

    @Test
    void theFormOfAFileIsTakenToo() {
        CategorisationPolicy policy = read(json.readTree("""
                {"version": "two", "name": "Two", "days": "CALENDAR_DAYS",
                 "limbs": [
                   {"code": "a", "category": 1, "text": "Bad", "when": {"level": ["CRITICAL", "NON_CRITICAL"]}},
                   {"limb": "b", "category": 4, "text": "Rest", "interpretation": true,
                    "when": {"anyOf": [{"level": "MODERATE"}, {"level": ["MINOR", "MINIMAL"]}]}}],
                 "targets": [{"category": 4, "initialResponse": "1 day", "resolution": "5 working days",
                              "communications": null}],
                 "escalations": {"1": [{"at": "50% of resolution", "level": "panel"}]},
                 "told": {"1": ["Everybody"]}}""")).policy().orElseThrow();

        assertThat(policy.limbs()).extracting(Limb::code).containsExactly("a", "b");
        assertThat(policy.targetsOf(Category.CATEGORY_4).initialResponse())
                .isEqualTo(new TargetTime(1, TargetTime.Unit.CALENDAR_DAYS));
        assertThat(policy.targetsOf(Category.CATEGORY_4).resolution())
                .isEqualTo(new TargetTime(5, TargetTime.Unit.WORKING_DAYS));
        assertThat(policy.escalations()).containsOnlyKeys(Category.CATEGORY_1);
        assertThat(policy.told()).containsOnlyKeys(Category.CATEGORY_1);
    }

    @Test
    void everyFaultIsNamedAtOnceWithItsPointer() {
        assertThat(faults("""
                {"name": "No version", "colour": "red", "effectiveFrom": "2018-02-30",
                 "limbs": [{"code": "a", "category": 7, "when": {"level": "AWFUL", "mood": 1}},
                           {"code": "b", "limb": "c", "category": 1, "text": "B",
                            "when": {"businessProcesses": ["Gardening"]}}],
                 "targets": [{"category": 1, "initialResponse": "soon", "resolution": "4 hours"}],
                 "escalations": {"1": [{"at": "100% of resolution", "level": "KING"}]}}"""))
                .extracting(PolicyFault::pointer)
                .containsExactlyInAnyOrder(
                        "/version",
                        "/colour",
                        "/effectiveFrom",
                        "/limbs/0/category",
                        "/limbs/0/when/level",
                        "/limbs/0/when/mood",
                        "/limbs/1/limb",
                        "/limbs/1/when/businessProcesses/0",
                        "/targets/0/initialResponse",
                        "/escalations/1/0/level");
    }

    @Test
    void everyHoleIsNamedByItsFacts() {
        assertThat(faults("""
                {"version": "holes", "limbs": [
                  {"code": "a", "category": 1, "text": "A", "when": {"level": ["CRITICAL", "MODERATE", "MINOR"]}},
                  {"code": "b", "category": 2, "text": "B", "when": {"level": "NON_CRITICAL", "partiesPrevented": {"atLeast": 3}}},
                  {"code": "c", "category": 3, "text": "C", "when": {"level": "MINIMAL", "businessProcesses": ["Billing"]}}]}"""))
                .containsExactly(
                        new PolicyFault(
                                "/limbs",
                                "No limb decides on level NON_CRITICAL, partiesPrevented 0 to 2, whatever the other facts"),
                        new PolicyFault(
                                "/limbs",
                                "No limb decides on level MINIMAL, businessProcesses without Billing, whatever the other facts"));
    }

    @Test
    void conditionsThatNoFileCouldHoldAreWrittenAsTheirEqual() {
        Condition odd = new AllOf(List.of(
                new AnyOf(List.of(new ReducedCapacityIs(true), new PartiesPreventedAtLeast(3))),
                new AnyOf(List.of(new WorkaroundAvailableIs(false), new PartiesPreventedAtLeast(7))),
                new PartiesPreventedAtLeast(2),
                new AllOf(List.of(new PartiesPreventedAtLeast(1), new ReducedCapacityIs(false)))));
        Limb limb = new Limb("odd", Category.CATEGORY_1, "Odd", false, odd);
        List<Limb> limbs = new java.util.ArrayList<>(dcc.limbs());
        limbs.add(limb);
        CategorisationPolicy policy = new CategorisationPolicy(
                "odd",
                "Odd",
                "Odd",
                dcc.effectiveFrom(),
                limbs,
                dcc.targets(),
                dcc.cadences(),
                dcc.escalations(),
                dcc.told());

        CategorisationPolicy again = read(written(policy)).policy().orElseThrow();

        assertThat(PolicyCheck.of(again.limbs())).isEqualTo(PolicyCheck.of(limbs));
    }

    private ObjectNode written(CategorisationPolicy policy) {
        return (ObjectNode) json.readTree(json.writeValueAsString(PolicyDocuments.write(policy)));
    }

    private PolicyDocuments.Read read(JsonNode body) {
        return documents.read(body, "", reference.policies(), dcc, null);
    }

    private List<PolicyFault> faults(String body) {
        return read(json.readTree(body)).faults();
    }

    private CategorisationPolicy policy(String version) {
        @Nullable
        CategorisationPolicy found = reference.policies().find(version).orElse(null);
        assertThat(found).isNotNull();
        return found;
    }
}
