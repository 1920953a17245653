package uk.smartenergy.incident;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rooms of the house and which room may see what. What is not listed is denied, and a room that is listed but empty is
 * an error, so that no rule passes because it matched nothing.
 *
 * <p>A new room: add its name to {@link #ROOMS}. A new permission: add it to the row of its kind, and say why in an ADR.
 * {@code *Configuration} classes, which join rooms to the frameworks, may see anything but another slice.
 */
@AnalyzeClasses(packages = RoomRulesTest.BASE, importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {
    static final String BASE = "uk.smartenergy.incident";

    /** Every room there is, relative to {@link #BASE}. Packages below a room belong to it. */
    private static final List<String> ROOMS = List.of(
            "api",
            "platform.embedded",
            "platform.eventstore",
            "platform.health",
            "platform.messaging",
            "platform.projection",
            "platform.security",
            "platform.web",
            "incident.web",
            "platform.reference",
            "platform.scratch",
            "incident.write",
            "incident.automation",
            "incident.read.record",
            "incident.read.list",
            "incident.read.detail",
            "incident.read.ageing",
            "incident.read.rdp",
            "incident.read.feed",
            "incident.read.counts",
            "incident.read.replay",
            "incident.read.communications",
            "incident.read.clocks",
            "incident.read.performance",
            "incident.read.categorisation",
            "incident.read.differences",
            "incident.read.precedents",
            "incident.meters",
            "platform.metrics",
            "categorisation.write",
            "categorisation.automation",
            "categorisation.read.policies",
            "categorisation.read.backtests",
            "categorisation.web",
            "categorisation.meters",
            "calendar.write",
            "calendar.automation",
            "calendar.read.calendar",
            "calendar.web",
            "calendar.meters",
            "communication.write",
            "communication.read.deliveries",
            "communication.automation",
            "communication.web",
            "communication.meters",
            "regulatory.write",
            "regulatory.read.register",
            "regulatory.web",
            "regulatory.meters",
            "majorincident.write",
            "majorincident.read.reports",
            "majorincident.web",
            "majorincident.meters",
            "problem.write",
            "problem.automation",
            "problem.read.record",
            "problem.read.problems",
            "problem.read.suggestions",
            "problem.read.errors",
            "problem.read.report",
            "problem.web",
            "problem.meters",
            "paper.write",
            "paper.read.paper",
            "paper.web",
            "paper.meters",
            "platform.mail",
            "platform.webhook",
            "maintenance.write",
            "maintenance.read.calendar",
            "maintenance.read.subscribers",
            "maintenance.web",
            "maintenance.meters",
            "platform.ical",
            "platform.deciding",
            "platform.record",
            "platform.document");

    /** What every room may see beside itself. */
    private static final List<String> ALL = List.of("java", "org.jspecify", "org.slf4j");

    private static final List<String> SPRING_WEB = List.of(
            "org.springframework.web",
            "org.springframework.http",
            "org.springframework.ui",
            "org.springframework.validation",
            "org.springframework.stereotype",
            "org.springframework.format",
            "org.springframework.security.core",
            "org.springframework.security.access",
            "org.springframework.core.io",
            "org.springframework.util",
            "jakarta.servlet",
            "jakarta.validation",
            "io.swagger.v3.oas.annotations",
            "tools.jackson",
            "com.fasterxml.jackson.annotation",
            "reactor.core",
            "org.reactivestreams");

    private static final List<String> AXON_MESSAGES = List.of(
            "org.axonframework.messaging", "org.axonframework.config.ProcessingGroup", "org.axonframework.common");

    private static final List<String> STORAGE =
            List.of("org.axonframework", "com.mongodb", "org.bson", "tools.jackson");

    /** The rooms of a slice, by their name within it: {@code <slice>.<kind>}, and {@code <slice>.read.<view>}. */
    private static final Map<String, List<String>> SLICE_ROOMS = Map.of(
            "write",
            with(
                    AXON_MESSAGES,
                    own("api"),
                    own("platform.deciding"),
                    own("platform.reference"),
                    "org.axonframework.commandhandling",
                    "org.axonframework.modelling",
                    "org.axonframework.eventsourcing",
                    "org.axonframework.eventhandling.SequenceNumber",
                    "org.axonframework.eventhandling.Timestamp",
                    "org.axonframework.spring.stereotype"),
            "automation",
            with(
                    AXON_MESSAGES,
                    own("api"),
                    own("platform.messaging"),
                    own("platform.reference"),
                    "org.axonframework.eventhandling",
                    "org.axonframework.commandhandling",
                    "org.axonframework.queryhandling"),
            "read",
            with(
                    AXON_MESSAGES,
                    own("api"),
                    own("platform.projection"),
                    own("platform.record"),
                    own("platform.reference"),
                    "org.axonframework.eventhandling",
                    "org.axonframework.queryhandling",
                    // What one version of a report says otherwise than another (ADR 23).
                    "com.github.difflib",
                    "com.mongodb",
                    "org.bson"),
            "web",
            with(
                    SPRING_WEB,
                    own("api"),
                    own("platform.messaging"),
                    own("platform.web"),
                    own("platform.reference"),
                    own("platform.scratch"),
                    own("platform.document"),
                    own("platform.ical")),
            "ui",
            with(SPRING_WEB, own("api"), own("platform.messaging"), own("platform.ui")),
            // Counters hear of what happens from the events themselves: no query tells what has just happened.
            "meters",
            with(
                    AXON_MESSAGES,
                    own("api"),
                    own("platform.messaging"),
                    own("platform.metrics"),
                    "org.axonframework.eventhandling",
                    "io.micrometer"));

    /** Rooms that belong to no slice. */
    private static final Map<String, List<String>> OTHER_ROOMS = Map.ofEntries(
            Map.entry(
                    "api",
                    List.of(
                            "org.axonframework.modelling.command",
                            "org.axonframework.serialization.Revision",
                            "com.fasterxml.jackson.annotation")),
            Map.entry("platform.eventstore", STORAGE),
            Map.entry("platform.projection", STORAGE),
            Map.entry("platform.embedded", with(STORAGE, "de.bwaldvogel", "org.h2", "io.netty")),
            Map.entry(
                    "platform.deciding",
                    List.of(own("api"), "org.axonframework.messaging", "org.axonframework.modelling.command")),
            Map.entry(
                    "platform.record",
                    List.of(own("api"), own("platform.projection"), "org.axonframework.queryhandling")),
            Map.entry("platform.scratch", List.of("org.h2.mvstore")),
            Map.entry(
                    "platform.document",
                    with(
                            SPRING_WEB,
                            own("api"),
                            own("platform.web"),
                            "com.openhtmltopdf",
                            "org.apache.pdfbox",
                            "org.apache.poi",
                            "org.openxmlformats",
                            "org.apache.xmlbeans")),
            // The door joins the edges to store and projections (ADR 4).
            Map.entry(
                    "platform.messaging",
                    List.of(
                            own("api"),
                            own("platform.eventstore"),
                            own("platform.projection"),
                            "org.axonframework",
                            "org.springframework")),
            Map.entry(
                    "platform.health",
                    List.of(
                            own("platform.eventstore"),
                            own("platform.projection"),
                            "org.axonframework",
                            "org.springframework")),
            Map.entry(
                    "platform.web",
                    with(
                            SPRING_WEB,
                            own("api"),
                            own("platform.messaging"),
                            "org.springframework",
                            "org.springdoc",
                            "io.swagger",
                            // The answers to requests that may be repeated (ADR 11).
                            "com.mongodb",
                            "org.bson")),
            Map.entry("platform.ui", with(SPRING_WEB, own("api"), own("platform.messaging"), "org.springframework")),
            Map.entry(
                    "platform.security",
                    with(
                            SPRING_WEB,
                            own("api"),
                            own("platform.messaging"),
                            own("platform.web"),
                            "org.springframework",
                            // Users that all nodes share (ADR 11).
                            "com.mongodb",
                            "org.bson",
                            "javax.crypto")),
            // For calendar programs (ADR 26).
            Map.entry("platform.ical", List.of("net.fortuna.ical4j")),
            // The ways out (ADR 20).
            Map.entry("platform.mail", List.of(own("api"), "org.springframework", "jakarta.mail")),
            Map.entry(
                    "platform.webhook",
                    List.of(
                            own("api"),
                            own("platform.messaging"),
                            own("platform.web"),
                            "org.springframework",
                            "tools.jackson",
                            "com.mongodb",
                            "org.bson",
                            "javax.crypto")),
            Map.entry(
                    "platform.metrics",
                    List.of(
                            own("api"),
                            own("platform.messaging"),
                            "io.micrometer",
                            "org.springframework",
                            "org.axonframework")),
            Map.entry(
                    "platform.reference",
                    List.of(
                            own("api"),
                            own("platform.messaging"),
                            "org.springframework",
                            "tools.jackson",
                            "com.fasterxml.jackson.annotation",
                            "de.focus_shift")));

    /** Rooms whose decisions must not depend on when or where they run. */
    private static final Set<String> TIMELESS = Set.of("write", "read", "automation");

    @ArchTest
    static void everyListedRoomExistsAndIsNotEmpty(JavaClasses classes) {
        assertThat(ROOMS)
                .doesNotHaveDuplicates()
                .allSatisfy(room -> assertThat(classes.stream()
                                .filter(c -> !c.getSimpleName().equals("package-info"))
                                .filter(c -> roomOf(c).filter(room::equals).isPresent()))
                        .as("classes in room %s", room)
                        .isNotEmpty());
    }

    @ArchTest
    static void everyPackageBelongsToAListedRoom(JavaClasses classes) {
        Set<String> homeless = classes.stream()
                .filter(c -> !c.getPackageName().equals(BASE))
                .filter(c -> roomOf(c).isEmpty())
                .map(JavaClass::getPackageName)
                .collect(toCollection(TreeSet::new));
        assertThat(homeless).as("packages in no room").isEmpty();
    }

    @ArchTest
    static void theTopPackageHoldsOnlyTheApplication(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(c -> c.getPackageName().equals(BASE))
                        .filter(c -> !isConfiguration(c))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("IncidentServiceApplication", "package-info");
    }

    @ArchTest
    static void aRoomSeesOnlyWhatItsRowLists(JavaClasses classes) {
        List<String> violations = new ArrayList<>();
        for (JavaClass origin : classes) {
            if (isConfiguration(origin) || roomOf(origin).isEmpty()) {
                continue;
            }
            String room = roomOf(origin).orElseThrow();
            origin.getDirectDependenciesFromSelf().stream()
                    .filter(d -> !maySee(room, d.getTargetClass().getBaseComponentType()))
                    .map(d -> room + ": " + d.getDescription())
                    .forEach(violations::add);
        }
        assertThat(violations).isEmpty();
    }

    @ArchTest
    static void noSliceImportsAnother(JavaClasses classes) {
        List<String> violations = new ArrayList<>();
        for (JavaClass origin : classes) {
            sliceOf(origin)
                    .ifPresent(slice -> origin.getDirectDependenciesFromSelf().stream()
                            .filter(d -> sliceOf(d.getTargetClass().getBaseComponentType())
                                    .filter(other -> !other.equals(slice))
                                    .isPresent())
                            .map(d -> d.getDescription())
                            .forEach(violations::add));
        }
        assertThat(violations).isEmpty();
    }

    @ArchTest
    static void noCyclesBetweenPackages(JavaClasses classes) {
        slices().matching(BASE + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(describe("a configuration", RoomRulesTest::isConfiguration), alwaysTrue())
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    static void decisionsAndProjectionsReadNoClockAndDrawNoIds(JavaClasses classes) {
        List<String> violations = new ArrayList<>();
        for (JavaClass origin : classes) {
            if (!isConfiguration(origin)
                    && roomOf(origin).filter(RoomRulesTest::isTimeless).isPresent()) {
                origin.getAccessesFromSelf().stream()
                        .filter(RoomRulesTest::isClockOrChance)
                        .map(JavaAccess::getDescription)
                        .forEach(violations::add);
            }
        }
        assertThat(violations).isEmpty();
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info.java with @NullMarked", p.getName())
                        .isTrue());
    }

    @ArchTest
    static void theRulesTellRightFromWrong(JavaClasses classes) {
        assertThat(maySee("incident.write", own("incident.write.Incident"))).isTrue();
        assertThat(maySee("incident.write", own("api.incident.IncidentCommand")))
                .isTrue();
        assertThat(maySee("incident.write", own("categorisation.write.Policy"))).isFalse();
        assertThat(maySee("incident.write", own("incident.read.open.OpenIncidents")))
                .isFalse();
        assertThat(maySee("incident.write", "com.mongodb.client.MongoClient")).isFalse();
        assertThat(maySee("incident.read.open", own("incident.read.record.Records")))
                .isTrue();
        assertThat(maySee("incident.read.open", own("incident.read.history.History")))
                .isFalse();
        assertThat(maySee("incident.web", "org.axonframework.commandhandling.gateway.CommandGateway"))
                .isFalse();
        assertThat(maySee("platform.eventstore", own("api.incident.IncidentEvent")))
                .isFalse();
        assertThat(maySee("platform.eventstore", "de.bwaldvogel.mongo.MongoServer"))
                .isFalse();
        assertThat(maySee("platform.embedded", "de.bwaldvogel.mongo.MongoServer"))
                .isTrue();
        assertThat(maySee("platform.unheardOf", "org.springframework.stereotype.Service"))
                .isFalse();
    }

    private static boolean maySee(String room, JavaClass type) {
        return type.isPrimitive() || maySee(room, type.getName());
    }

    private static boolean maySee(String room, String className) {
        return Stream.of(ALL, List.of(own(room)), recordOf(room), rowOf(room))
                .flatMap(List::stream)
                .anyMatch(seen -> within(className, seen));
    }

    private static List<String> rowOf(String room) {
        return OTHER_ROOMS.containsKey(room)
                ? OTHER_ROOMS.get(room)
                : SLICE_ROOMS.getOrDefault(room.startsWith("platform.") ? "" : kindOf(room), List.of());
    }

    /** The one projection that the other read models of its slice may share. */
    private static List<String> recordOf(String room) {
        String slice = room.substring(0, Math.max(0, room.indexOf('.')));
        return kindOf(room).equals("read") ? List.of(own(slice + ".read.record")) : List.of();
    }

    private static String kindOf(String room) {
        String[] parts = room.split("\\.");
        return parts.length > 1 ? parts[1] : "";
    }

    private static boolean isTimeless(String room) {
        return !room.startsWith("platform.") && TIMELESS.contains(kindOf(room));
    }

    private static boolean isClockOrChance(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return switch (owner.getName()) {
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.lang.System" ->
                Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty").contains(name);
            case "java.time.Clock" -> name.startsWith("system");
            case "java.lang.Math" -> name.equals("random");
            default ->
                owner.getPackageName().equals("java.time")
                        && name.equals("now")
                        && !access.getTarget().getFullName().contains("java.time.Clock");
        };
    }

    private static Optional<String> roomOf(JavaClass type) {
        return ROOMS.stream()
                .filter(room -> within(type.getPackageName(), own(room)))
                .findFirst();
    }

    private static Optional<String> sliceOf(JavaClass type) {
        if (!within(type.getPackageName(), BASE) || type.getPackageName().equals(BASE)) {
            return Optional.empty();
        }
        String first = type.getPackageName().substring(BASE.length() + 1).split("\\.")[0];
        return Optional.of(first).filter(name -> !Set.of("api", "platform").contains(name));
    }

    private static boolean isConfiguration(JavaClass type) {
        return type.getSimpleName().endsWith("Configuration")
                || type.getEnclosingClass()
                        .filter(RoomRulesTest::isConfiguration)
                        .isPresent();
    }

    private static boolean within(String name, String packageOrClass) {
        return name.equals(packageOrClass)
                || name.startsWith(packageOrClass + ".")
                || name.startsWith(packageOrClass + "$");
    }

    private static String own(String room) {
        return BASE + "." + room;
    }

    private static List<String> with(List<String> common, String... more) {
        return Stream.concat(common.stream(), Stream.of(more)).toList();
    }
}
