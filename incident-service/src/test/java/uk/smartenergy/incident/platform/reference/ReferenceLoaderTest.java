package uk.smartenergy.incident.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.incident.ResolverKind;

class ReferenceLoaderTest {
    @TempDir
    Path folder;

    @Test
    void namesAreFoundHoweverTheyAreWritten() {
        Vocabulary words = ReferenceData.shipped().vocabulary();
        assertThat(words.businessProcess("INSTALL_AND_COMMISSION")).contains("Install & Commission");
        assertThat(words.businessProcess(" install & commission ")).contains("Install & Commission");
        assertThat(words.businessProcess("billing (meter reads)")).contains("Billing");
        assertThat(words.service("ssi")).contains("Self-Service Interface");
        assertThat(words.service("communications-hub")).contains("Communications Hub");
        assertThat(words.region("GB_WIDE")).contains("GB-wide");
        assertThat(words.region("north")).contains("North");
        assertThat(words.region("Atlantis")).isEmpty();
        assertThat(words.region("")).isEmpty();
        assertThat(words.regions()).containsExactly("North", "Central", "South", "GB-wide");
    }

    @Test
    void escalationLevelsAreOrdered() {
        EscalationLevels levels = ReferenceData.shipped().escalationLevels();
        assertThat(levels.all())
                .extracting(EscalationLevels.Level::code)
                .containsExactly(
                        "SERVICE_DESK", "SERVICE_DESK_MANAGER", "SERVICE_MANAGER", "OPERATIONS_DIRECTOR", "PANEL");
        assertThat(levels.find("operations director").orElseThrow().code()).isEqualTo("OPERATIONS_DIRECTOR");
        assertThat(levels.rank("PANEL")).isGreaterThan(levels.rank("SERVICE_DESK"));
        assertThat(levels.rank("KING")).isEqualTo(-1);
    }

    @Test
    void theKindOfAPartyIsKnownOrOther() {
        Parties parties = ReferenceData.shipped().parties();
        assertThat(parties.kindOf(null)).isEqualTo(ResolverKind.NONE);
        assertThat(parties.kindOf("csp north")).isEqualTo(ResolverKind.SERVICE_PROVIDER);
        assertThat(parties.kindOf("Data Communications Company")).isEqualTo(ResolverKind.DCC);
        assertThat(parties.kindOf("Wexcombe Registration Services")).isEqualTo(ResolverKind.RDP);
        assertThat(parties.kindOf("Somebody else")).isEqualTo(ResolverKind.OTHER);
    }

    @Test
    void aFileInTheFolderStandsInsteadOfTheOneThatShips() throws IOException {
        write("closure.yaml", "workingDaysToObject: 5");
        write(
                "working-days.yaml",
                "country: gb\nregion: eng\nextraWorkingDays: [2018-09-08]\nextraHolidays: [2018-09-10]\n");
        write("notes.txt", "nobody's business");
        ReferenceData data = load();
        assertThat(data.daysToObject()).isEqualTo(5);
        assertThat(data.workingDays().isWorkingDay(LocalDate.of(2018, 9, 8))).isTrue();
        assertThat(data.workingDays().isWorkingDay(LocalDate.of(2018, 9, 10))).isFalse();
        assertThat(data.workingDays().isWorkingDay(LocalDate.of(2018, 8, 27))).isFalse();
        assertThat(data.escalationLevels().all()).hasSize(5);
    }

    @Test
    void aPolicyInTheFolderComesBesideThoseThatShip() throws IOException {
        write("categorisation-policies/strict.yaml", shipped().replace("version: dcc-reading", "version: strict"));
        assertThat(load().policies().find("strict")).isPresent();
        assertThat(load().policies().all()).hasSize(3);
    }

    @Test
    void allFaultsComeOutAtOnceWithFileAndLine() throws IOException {
        write("closure.yaml", "# how long\nworkingDaysToObject: soon\n");
        write("escalation-levels.yaml", "levels:\n  - {code: DESK, name: Desk}\n  - {code: BOSS, nam: Boss}\n");
        write("working-days.yaml", "country: gb\nregion: atlantis\nextraHolidays: [2018-02-30]\n");
        write(
                "vocabulary.yaml",
                "services: []\nservices: []\nbusinessProcesses:\n  - {name: A, aliases: [b]}\n  - name: B\nregions: []\n");
        write("parties.yaml", "parties: [\n");
        write("party.yaml", "");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        in("closure.yaml") + ":2: expected a number from 1 to 250, found \"soon\"",
                        in("escalation-levels.yaml") + ":3: there is no field nam; known are code, name, aliases",
                        in("escalation-levels.yaml") + ":3: name is missing",
                        in("working-days.yaml") + ":3: expected a date such as 2018-08-27, found \"2018-02-30\"",
                        in("working-days.yaml") + ":1: there is no holiday calendar for the region atlantis of gb",
                        in("vocabulary.yaml") + ":2: services stands here twice",
                        in("vocabulary.yaml") + ":5: B means A already",
                        in("parties.yaml")
                                + ":2: not YAML: while parsing a flow node, expected the node content, but found"
                                + " '<stream end>'",
                        "reference/categorisation-policies/supplier-reading.yaml:29: there is no Business Process"
                                + " Install & Commission; known are A, B",
                        in("party.yaml")
                                + ": no such reference data; known are escalation-levels.yaml, vocabulary.yaml,"
                                + " parties.yaml, working-days.yaml, closure.yaml, performance-measures.yaml,"
                                + " communication-templates.yaml, planned-maintenance.yaml,"
                                + " major-incident-reports.yaml, problems.yaml, regulatory-reports.yaml and"
                                + " categorisation-policies/*.yaml");
    }

    @Test
    void theMeasuresThatShipCountEachCategoryOnce() {
        assertThat(ReferenceData.shipped().performanceMeasures())
                .extracting(
                        PerformanceMeasure::code,
                        PerformanceMeasure::categories,
                        PerformanceMeasure::target,
                        PerformanceMeasure::minimum)
                .containsExactly(
                        tuple("CPM4", Set.of(Category.CATEGORY_1, Category.CATEGORY_2), 100, 85),
                        tuple("CPM5", Set.of(Category.CATEGORY_3, Category.CATEGORY_4, Category.CATEGORY_5), 90, 80));
    }

    @Test
    void anOperatorReplacesTheMeasures() throws IOException {
        write(
                "performance-measures.yaml",
                "measures:\n  - {code: OURS, name: All, clause: none, categories: [1,2,3,4,5], target: 95, minimum: 95}\n");
        assertThat(load().performanceMeasures()).singleElement().satisfies(measure -> {
            assertThat(measure.code()).isEqualTo("OURS");
            assertThat(measure.minimum()).isEqualTo(95);
        });
    }

    @Test
    void faultsInTheMeasuresAreNamedWithTheirLines() throws IOException {
        write("performance-measures.yaml", """
                measures:
                  - {code: A, name: A, clause: X1, categories: [1, 2], target: 90, minimum: 95}
                  - {code: A, name: B, clause: X1, categories: [2, 3], target: 101, minimum: 80}
                  - {code: C, name: C, categories: [], target: 90, minimum: 80}
                  - {code: D, name: D, clause: X1, categories: [6], target: 90, minimum: 80}
                """);
        String file = in("performance-measures.yaml");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        file + ":2: the minimum 95 is above the target 90",
                        file + ":3: two measures are called A",
                        file + ":3: Category 2 is measured already",
                        file + ":3: expected a number from 0 to 100, found \"101\"",
                        file + ":4: clause is missing",
                        file + ":4: a measure needs categories",
                        file + ":5: expected a number from 1 to 5, found \"6\"");
    }

    @Test
    void faultsInAPolicyAreNamedWithTheirLines() throws IOException {
        write(
                "categorisation-policies/dcc-reading.yaml",
                shipped()
                        .replace("level: CRITICAL", "level: CRTICAL")
                        .replace("resolution: 4 hours", "resolution: four hours")
                        .replace("atLeast: 10", "atLeast: 0"));
        assertThat(faults()).hasSize(3).allMatch(fault -> fault.matches(".*dcc-reading\\.yaml:\\d\\d: expected .*"));
    }

    @Test
    void aHoleInAPolicyIsNamed() throws IOException {
        write(
                "categorisation-policies/dcc-reading.yaml",
                shipped().replace("      reducedCapacity: false\n", "      partiesPrevented: {atLeast: 3}\n"));
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("No limb decides on level NON_CRITICAL, partiesPrevented 0, reducedCapacity false");
    }

    @Test
    void anUnknownActivePolicyOrFolderIsAFault() {
        assertThat(catchThrowableOfType(ReferenceFaults.class, () -> ReferenceLoader.load(null, List.of("king"), null))
                        .faults())
                .containsExactly(
                        "incident.categorisation.policy: there is no policy king; known are dcc-reading, supplier-reading");
        assertThat(catchThrowableOfType(
                                ReferenceFaults.class,
                                () -> ReferenceLoader.load(folder.resolve("x"), List.of("dcc-reading"), null))
                        .faults())
                .containsExactly(folder.resolve("x") + ": there is no such folder");
    }

    @Test
    void settingsChooseThePolicyTheFolderAndWhatADayIs() throws IOException {
        write("closure.yaml", "workingDaysToObject: 4");
        new ApplicationContextRunner()
                .withUserConfiguration(ReferenceConfiguration.class)
                .withBean(
                        PoliciesInForce.class,
                        () -> () -> ReferenceData.shipped().policies())
                .withPropertyValues(
                        "incident.reference.dir=" + folder,
                        "incident.categorisation.policy=supplier-reading",
                        "incident.categorisation.target-days=calendar")
                .run(context -> {
                    ReferenceData data = context.getBean(ReferenceData.class);
                    assertThat(data.daysToObject()).isEqualTo(4);
                    var active = data.policies().activeAt(Instant.EPOCH);
                    assertThat(active.version()).isEqualTo("supplier-reading");
                    assertThat(active.targetsOf(Category.CATEGORY_4).resolution())
                            .isEqualTo(new TargetTime(5, TargetTime.Unit.CALENDAR_DAYS));
                });
    }

    @Test
    void withoutSettingsWhatShipsIsUsed() {
        new ApplicationContextRunner()
                .withUserConfiguration(ReferenceConfiguration.class)
                .withBean(
                        PoliciesInForce.class,
                        () -> () -> ReferenceData.shipped().policies())
                .run(context -> assertThat(context.getBean(ReferenceData.class).daysToObject())
                        .isEqualTo(3));
    }

    private ReferenceData load() {
        return ReferenceLoader.load(folder, List.of("dcc-reading"), null);
    }

    private List<String> faults() {
        @Nullable ReferenceFaults faults = catchThrowableOfType(ReferenceFaults.class, this::load);
        assertThat(faults).isNotNull();
        return faults.faults();
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String shipped() throws IOException {
        try (InputStream in =
                ReferenceLoaderTest.class.getResourceAsStream("/reference/categorisation-policies/dcc-reading.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void faultsInTemplatesAreNamedByTheirLines() throws IOException {
        write("communication-templates.yaml", """
                templates:
                  - code: A
                    name: First
                    categories: [1, 2, 3, 4]
                    required: [affected, weather]
                    incomplete: PERHAPS
                    subject: "{id}"
                    text: "{text} {who}"
                  - {code: a, name: Second, categories: [4], subject: S, text: T}
                """);

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains(".yaml:5: expected one of affected", "\"weather\""),
                        fault -> assertThat(fault).contains(".yaml:6: expected one of SHOWN, REFUSED"),
                        fault -> assertThat(fault)
                                .contains(".yaml:8: there is no placeholder {who}; known are affected, at"),
                        fault -> assertThat(fault).contains(".yaml:9: another template has the code a already"),
                        fault -> assertThat(fault).contains(".yaml:9: another template is for category 4 already"),
                        fault -> assertThat(fault).contains(".yaml:1: there is no template for category 5"));
    }

    @Test
    void theReportsOnMajorIncidentsAreOfEachKindWithPartsThatItHas() throws IOException {
        write("major-incident-reports.yaml", """
                editions:
                  - from: 2018-01-01
                    reports:
                      - {kind: SUMMARY, clause: H9, workingDays: soon, required: [nature]}
                      - {kind: SUMMARY, clause: H9, workingDays: 2, required: [response, cause]}
                """);
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        in("major-incident-reports.yaml") + ":4: expected a number from 1 to 250, found \"soon\"",
                        in("major-incident-reports.yaml") + ":5: SUMMARY has no part response",
                        in("major-incident-reports.yaml") + ":2: an edition needs a rule for each of SUMMARY, REVIEW");
    }

    @Test
    void faultsInTheRulesAboutProblemsAreNamedByTheirLines() throws IOException {
        write("problems.yaml", """
                editions:
                  - from: 2018-01-01
                    leastIncidents: none
                    days: 90
                    leastWords: 0
                    leastLikeness: 101
                    lookBack: 365
                    knownErrorWords: 2
                    knownErrorLikeness: 20
                """);
        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("problems.yaml:3: expected a number", "\"none\""),
                        fault -> assertThat(fault).contains("problems.yaml:5: expected a number", "\"0\""),
                        fault -> assertThat(fault).contains("problems.yaml:6: expected a number", "\"101\""),
                        fault -> assertThat(fault).contains("problems.yaml:7: there is no field lookBack"),
                        fault -> assertThat(fault).contains("problems.yaml:2: lookBackDays is missing"),
                        fault -> assertThat(fault).contains("problems.yaml:2: stopWords is missing"));
    }
}
