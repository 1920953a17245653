package uk.smartenergy.incident.problem.read;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.problem.read.ProblemWorld.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.problem.KnownError;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemFilter;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemQuery.*;
import uk.smartenergy.incident.api.problem.ProblemState;
import uk.smartenergy.incident.api.problem.ProblemView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;

class ProblemViewsTest {
    private static final ProblemId ID = problem(1);
    private static final long RED = IncidentId.FIRST_DRAWN;
    private static final LocalDate SEPTEMBER = LocalDate.parse("2018-09-14");
    private static final LocalDate DECEMBER = LocalDate.parse("2018-12-14");

    private final ProblemWorld world =
            new ProblemWorld().record(opened(1, "2018-08-01T09:00:00Z", Classification.GREEN, "North"));

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    private ProblemView view(@Nullable String asOf, @Nullable String knownAt) {
        return world.ask(new GetProblem(STAFF, moment(asOf, knownAt), ID))
                .orElseThrow()
                .overview();
    }

    private List<ProblemId> found(Viewer viewer) {
        return world.ask(new FindProblems(viewer, Moment.present(NOW), ProblemFilter.all())).items().stream()
                .map(ProblemView::id)
                .toList();
    }

    @Test
    void showWhatHadHappenedThenAsKnownThen() {
        world.record(new ProblemAssigned(ID, at("2018-08-10T09:00:00Z"), "CSP North", null));
        world.late("2018-09-20T09:00:00Z", new WorkaroundStated(ID, at("2018-08-05T09:00:00Z"), "Power down"));

        assertThat(view(null, null).state()).isEqualTo(ProblemState.KNOWN_ERROR);
        assertThat(view("2018-08-06T00:00:00Z", null).state()).isEqualTo(ProblemState.KNOWN_ERROR);
        assertThat(view("2018-08-06T00:00:00Z", null).owner()).isNull();
        assertThat(view("2018-08-06T00:00:00Z", "2018-09-01T00:00:00Z").state()).isEqualTo(ProblemState.OPEN);
        assertThat(view(null, "2018-09-01T00:00:00Z").owner()).isEqualTo("CSP North");
        assertThat(world.ask(new GetProblem(STAFF, moment("2018-07-01T00:00:00Z", null), ID)))
                .isEmpty();
        assertThat(world.ask(new GetProblem(STAFF, moment(null, "2018-07-01T00:00:00Z"), ID)))
                .isEmpty();
    }

    @Test
    void keepEverySlipAndCountOneToldLateInItsPlace() {
        world.record(
                new TargetDateSet(ID, at("2018-08-02T09:00:00Z"), SEPTEMBER, null),
                new TargetDateSet(ID, at("2018-09-10T09:00:00Z"), null, "No timescale"));
        assertThat(view(null, null).slips()).singleElement().satisfies(slip -> {
            assertThat(slip.from()).isEqualTo(SEPTEMBER);
            assertThat(slip.to()).isNull();
            assertThat(slip.by()).isEqualTo("ada");
        });
        world.late("2018-10-01T09:00:00Z", new TargetDateSet(ID, at("2018-09-01T09:00:00Z"), DECEMBER, "Parts"));
        assertThat(view(null, null).slips()).extracting(ProblemView.Slip::to).containsExactly(DECEMBER, null);
        assertThat(view(null, "2018-09-30T00:00:00Z").slips()).hasSize(1);
        assertThat(view("2018-09-05T00:00:00Z", null).slips()).hasSize(1);
    }

    /** The day is Europe/London's. */
    @ParameterizedTest
    @CsvSource({"2018-09-14T22:59:59Z, false", "2018-09-14T23:00:00Z, true"})
    void areOverdueWhenTheDayIsOver(String asOf, boolean overdue) {
        world.record(new TargetDateSet(ID, at("2018-08-02T09:00:00Z"), SEPTEMBER, null));
        assertThat(view(asOf, null).overdue()).isEqualTo(overdue);
    }

    @Test
    void nameIncidentsFromWhicheverSideTheyWereLinked() {
        world.record(new IncidentLinkedToProblem(ID, at("2018-08-02T09:00:00Z"), IncidentId.of(7), null));
        world.record(new IncidentLinked(
                IncidentId.of(8), at("2018-08-03T09:00:00Z"), LinkType.PROBLEM, ID.value(), "The same"));
        world.record(new IncidentRemovedFromProblem(ID, at("2018-09-02T09:00:00Z"), IncidentId.of(7), null));
        assertThat(view(null, null).incidents()).containsExactly(IncidentId.of(8));
        assertThat(view("2018-09-01T00:00:00Z", null).incidents()).containsExactly(IncidentId.of(7), IncidentId.of(8));
        assertThat(view("2018-08-02T12:00:00Z", null).incidents()).containsExactly(IncidentId.of(7));
    }

    @Test
    void ofWhatIsRedAreForTheClearedOnly() {
        world.record(opened(RED, "2018-08-01T09:00:00Z", Classification.RED, "North"));
        assertThat(found(STAFF)).containsExactly(ID);
        assertThat(found(CLEARED)).containsExactlyInAnyOrder(ID, problem(RED));
        assertThat(world.ask(new GetProblem(STAFF, Moment.present(NOW), problem(RED))))
                .isEmpty();
        world.record(
                new IncidentLinked(IncidentId.of(RED), at("2018-08-03T09:00:00Z"), LinkType.PROBLEM, ID.value(), null));
        assertThat(world.ask(new GetProblem(CLEARED, Moment.present(NOW), ID))
                        .orElseThrow()
                        .overview()
                        .incidents())
                .isEmpty();
    }

    private List<KnownError> errors(Viewer viewer, String service, @Nullable String region, String text) {
        return world.ask(new FindKnownErrors(viewer, Moment.present(NOW), Set.of(service), region, Set.of(), text));
    }

    @Test
    void ofKnownErrorsAreOfferedWithTheWorkaroundAndWhy() {
        String like = "A hub times out";
        assertThat(errors(STAFF, "WAN", "North", like)).as("no workaround yet").isEmpty();
        world.record(new WorkaroundStated(ID, at("2018-08-05T09:00:00Z"), "Power down"));
        assertThat(errors(STAFF, "WAN", "North", like)).singleElement().satisfies(error -> {
            assertThat(error.problem()).isEqualTo(ID);
            assertThat(error.workaround()).isEqualTo("Power down");
            assertThat(error.why()).contains("on WAN in North", "hub", "time");
        });
        assertThat(errors(STAFF, "SMKI", "North", like)).as("another service").isEmpty();
        assertThat(errors(STAFF, "WAN", "South", like)).as("another region").isEmpty();
        assertThat(errors(STAFF, "WAN", "North", "A hub is lost"))
                .as("one word")
                .isEmpty();
        world.record(new ProblemClosed(ID, at("2018-09-05T09:00:00Z"), "Put right"));
        assertThat(errors(STAFF, "WAN", "North", like)).as("closed").isEmpty();
    }

    @Test
    void ofRedKnownErrorsAreOfferedToTheClearedOnly() {
        world.record(
                opened(RED, "2018-08-01T09:00:00Z", Classification.RED, "North"),
                new WorkaroundStated(problem(RED), at("2018-08-05T09:00:00Z"), "Power down"));
        assertThat(errors(STAFF, "WAN", "North", "A hub times out")).isEmpty();
        assertThat(errors(CLEARED, "WAN", "North", "A hub times out")).hasSize(1);
    }

    @Test
    void countForGaugesWhatIsOpenWithoutRed() {
        world.record(
                opened(RED, "2018-08-01T09:00:00Z", Classification.RED, "North"),
                opened(2, "2018-08-01T09:00:00Z", Classification.GREEN),
                opened(3, "2018-08-01T09:00:00Z", Classification.GREEN),
                new ProblemClosed(problem(3), at("2018-08-02T09:00:00Z"), "x"),
                new WorkaroundStated(problem(2), at("2018-08-05T09:00:00Z"), "Power down"),
                new TargetDateSet(problem(2), at("2018-08-05T09:00:00Z"), SEPTEMBER, null),
                new ProblemAssigned(problem(2), at("2018-08-05T09:00:00Z"), "CSP North", null));
        ProblemCounts counts = world.ask(new CountProblems(Viewer.service(), Moment.present(NOW)));
        assertThat(counts.open().values().stream().mapToLong(one -> one).sum()).isEqualTo(2);
        assertThat(counts.overdue()).isOne();
        assertThat(counts.knownErrors()).isOne();
        assertThat(counts.withoutOwner()).isOne();
        assertThat(counts.suggestions()).isZero();
    }
}
