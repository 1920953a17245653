package uk.smartenergy.incident.problem.read;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.problem.read.ProblemWorld.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.problem.ProblemEvent.IncidentLinkedToProblem;
import uk.smartenergy.incident.api.problem.ProblemEvent.ProblemClosed;
import uk.smartenergy.incident.api.problem.ProblemQuery.*;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.Suggestion;
import uk.smartenergy.incident.api.problem.SuggestionEvent.SuggestionDismissed;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;

class SuggestionsTest {
    private static final Moment PRESENT = Moment.present(NOW);
    private static final Map<String, String> IMPORTED = Map.of(MetaKeys.IMPORTED, "true");
    private static final long RED = IncidentId.FIRST_DRAWN;

    private final ProblemWorld world = new ProblemWorld();

    private List<Suggestion> suggested(Viewer viewer) {
        return world.ask(new FindSuggestions(viewer, PRESENT));
    }

    private void three(long first) {
        world.raised(first, "2018-08-01T09:00:00Z", "Hub commissioning timed out")
                .raised(first + 1, "2018-08-20T09:00:00Z", "Commissioning of a hub failed")
                .raised(first + 2, "2018-09-10T09:00:00Z", "Hubs fail at commissioning");
    }

    private static List<IncidentId> ids(long... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(IncidentId::of).toList();
    }

    @Test
    void sayWhyAndNameAllIncidents() {
        three(1);
        assertThat(suggested(STAFF)).singleElement().satisfies(one -> {
            assertThat(one.why())
                    .isEqualTo("3 Incidents in 41 days on WAN in North, sharing the words commissioning, hub");
            assertThat(one.incidents()).isEqualTo(ids(1, 2, 3));
            assertThat(one.reason()).isEqualTo(ProblemReason.RECURRENCE);
            assertThat(world.ask(new GetSuggestion(STAFF, PRESENT, one.id()))).contains(one);
        });
        assertThat(world.ask(new FindSuggestions(STAFF, moment("2018-09-01T00:00:00Z", null))))
                .as("the third had not happened")
                .isEmpty();
    }

    @Test
    void wantEnoughLikeIncidentsInOnePlaceWithinTheDays() {
        world.raised(1, "2018-08-01T09:00:00Z", "Hub commissioning timed out")
                .raised(2, "2018-08-20T09:00:00Z", "Commissioning of a hub failed");
        assertThat(suggested(STAFF)).as("two only").isEmpty();
        world.raised(3, "2018-08-21T09:00:00Z", "Certificates expired")
                .raised(
                        4,
                        "2018-08-22T09:00:00Z",
                        "Hub commissioning failed",
                        "WAN",
                        "South",
                        Category.CATEGORY_3,
                        NOW,
                        Map.of())
                .raised(
                        5,
                        "2018-08-22T09:00:00Z",
                        "Hub commissioning failed",
                        "SMKI",
                        "North",
                        Category.CATEGORY_3,
                        NOW,
                        Map.of())
                .raised(6, "2018-04-01T09:00:00Z", "Hub commissioning failed");
        assertThat(suggested(STAFF))
                .as("another cause, region, service, and long before")
                .isEmpty();
        world.raised(7, "2018-09-01T09:00:00Z", "Hub commissioning failed");
        assertThat(suggested(STAFF))
                .singleElement()
                .extracting(Suggestion::incidents)
                .isEqualTo(ids(1, 2, 7));
    }

    @Test
    void stayAwayWhenDismissedUntilAnotherIncidentJoins() {
        three(1);
        Suggestion one = suggested(STAFF).getFirst();
        world.record(new SuggestionDismissed(
                one.id(), NOW.minusSeconds(60), "Known", one.incidents(), Classification.AMBER));
        assertThat(suggested(STAFF)).isEmpty();
        assertThat(world.ask(new FindSuggestions(STAFF, moment(null, "2018-10-01T00:00:00Z"))))
                .hasSize(1);
        world.raised(4, "2018-09-20T09:00:00Z", "Hub commissioning failed");
        assertThat(suggested(STAFF))
                .singleElement()
                .extracting(Suggestion::incidents)
                .isEqualTo(ids(1, 2, 3, 4));
    }

    @Test
    void stayAwayWhileAProblemHasTheIncidentsAndAfterItIsClosedUntilAnotherJoins() {
        three(1);
        world.record(opened(1, "2018-09-11T09:00:00Z", Classification.GREEN, "North"));
        for (IncidentId incident : ids(1, 2, 3)) {
            world.record(
                    new IncidentLinkedToProblem(problem(1), Instant.parse("2018-09-11T09:00:00Z"), incident, null));
        }
        assertThat(suggested(STAFF)).isEmpty();
        world.record(new ProblemClosed(problem(1), Instant.parse("2018-09-15T09:00:00Z"), "Put right"));
        assertThat(suggested(STAFF)).isEmpty();
        world.raised(4, "2018-09-20T09:00:00Z", "Hub commissioning failed");
        assertThat(suggested(STAFF))
                .singleElement()
                .extracting(Suggestion::incidents)
                .isEqualTo(ids(1, 2, 3, 4));
    }

    @Test
    void areMadeOfWhatWasSaidToBeARecurrence() {
        world.raised(1, "2018-08-01T09:00:00Z", "Gateway slow")
                .raised(2, "2018-09-01T09:00:00Z", "Messages lost")
                .record(new IncidentLinked(
                        IncidentId.of(2),
                        Instant.parse("2018-09-02T09:00:00Z"),
                        LinkType.RECURRENCE_OF,
                        IncidentId.of(1).value(),
                        null));
        assertThat(suggested(STAFF)).singleElement().satisfies(one -> {
            assertThat(one.incidents()).isEqualTo(ids(1, 2));
            assertThat(one.why())
                    .contains(
                            "said to be recurrences of each other",
                            IncidentId.of(1).value());
        });
    }

    @Test
    void ofRedIncidentsAreApartAndUnseen() {
        world.raised(1, "2018-08-01T09:00:00Z", "Hub commissioning timed out")
                .raised(2, "2018-08-20T09:00:00Z", "Commissioning of a hub failed")
                .raised(RED, "2018-09-10T09:00:00Z", "Hubs fail at commissioning");
        assertThat(suggested(CLEARED)).as("never mixed").isEmpty();
        three(RED + 10);
        assertThat(suggested(STAFF)).isEmpty();
        assertThat(suggested(CLEARED)).singleElement().satisfies(one -> {
            assertThat(one.classification()).isEqualTo(Classification.RED);
            assertThat(one.incidents()).allMatch(IncidentId::isDrawn);
            assertThat(world.ask(new GetSuggestion(STAFF, PRESENT, one.id()))).isEmpty();
        });
        assertThat(world.ask(new CountProblems(Viewer.service(), PRESENT)).suggestions())
                .isZero();
    }

    private List<IncidentId> openedByThemselves() {
        return world.ask(new FindMajorIncidentsWithoutProblem(Viewer.clearedService(), PRESENT, NOW, 500)).stream()
                .map(MajorIncident::incident)
                .toList();
    }

    @Test
    void ofMajorIncidentsAreForThoseThatAnImportToldOrThatAreOlderThanProblems() {
        Instant recorded = NOW.minusSeconds(600);
        world.major(1, "2018-08-01T09:00:00Z", recorded.minusSeconds(60), Map.of())
                .watchedSince(recorded)
                .major(2, "2018-08-02T09:00:00Z", recorded, IMPORTED)
                .major(3, "2015-08-03T09:00:00Z", recorded, Map.of());
        assertThat(openedByThemselves()).as("told today of long ago").isEqualTo(ids(3));
        assertThat(suggested(STAFF))
                .filteredOn(one -> one.reason() == ProblemReason.MAJOR_INCIDENT)
                .flatExtracting(Suggestion::incidents)
                .containsExactlyInAnyOrderElementsOf(ids(1, 2, 3));
    }

    @Test
    void areNotNeededForWhatIsRuledIntoCategory1Later() {
        Instant recorded = NOW.minusSeconds(600);
        world.raised(
                        1,
                        "2018-08-01T09:00:00Z",
                        "x",
                        "WAN",
                        "North",
                        Category.CATEGORY_2,
                        recorded.minusSeconds(60),
                        IMPORTED)
                .watchedSince(recorded);
        assertThat(openedByThemselves()).isEmpty();
        world.categorised(1, "2018-08-01T09:00:00Z", Category.CATEGORY_1, recorded, Map.of());
        assertThat(openedByThemselves()).isEqualTo(ids(1));
        world.categorised(1, "2018-08-03T09:00:00Z", Category.CATEGORY_3, recorded, Map.of());
        assertThat(openedByThemselves()).isEmpty();
    }

    @Test
    void areNoneWhereNobodyWatches() {
        world.major(1, "2018-08-01T09:00:00Z", NOW.minusSeconds(60), Map.of());
        assertThat(openedByThemselves()).isEmpty();
    }
}
