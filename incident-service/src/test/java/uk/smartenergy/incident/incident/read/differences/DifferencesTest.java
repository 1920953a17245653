package uk.smartenergy.incident.incident.read.differences;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.incident.DifferencesReport;
import uk.smartenergy.incident.api.incident.DifferencesReport.Cause;
import uk.smartenergy.incident.api.incident.DifferencesReport.FigureChange;
import uk.smartenergy.incident.api.incident.DifferencesReport.MovedIncident;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetAgeing;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetCategorisation;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetDifferences;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetPerformanceReport;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetRdpIncidentReport;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.record.ReportFigures;

class DifferencesTest {
    private static final Instant BEGIN = Instant.parse("2018-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-05T00:00:00Z");
    private static final YearMonth JULY = YearMonth.of(2018, 7);

    private final World world = new World();

    private DifferencesReport ask(String report, Instant a, Instant b) {
        return world.ask(new GetDifferences(World.STAFF, END, report, JULY, null, a, b))
                .orElseThrow();
    }

    private static Instant draw(Random random) {
        return BEGIN.plusSeconds(random.nextInt(126 * 86_400));
    }

    @ParameterizedTest
    @CsvSource({
        "ageing, 1",
        "ageing, 2",
        "ageing, 3",
        "rdp-incidents, 4",
        "rdp-incidents, 5",
        "categorisation, 6",
        "categorisation, 7",
        "categorisation, 8",
        "performance, 9",
        "performance, 10"
    })
    void everyMoveIsExplainedByWhatWasRecordedBetween(String report, long seed) {
        Random random = new Random(seed);
        List<Life> lives = new ArrayList<>();
        for (int number = 1; number <= 80; number++) {
            lives.add(Life.contested(random, number, BEGIN, END));
        }
        world.record(lives);
        for (int i = 0; i < 12; i++) {
            Instant one = draw(random);
            Instant other = draw(random);
            Instant a = one.isBefore(other) ? one : other;
            Instant b = one.isBefore(other) ? other : one;

            DifferencesReport differences = ask(report, a, b);

            assertThat(firstFigure(report, differences.asOf(), b) - firstFigure(report, differences.asOf(), a))
                    .isEqualTo(differences.figures().stream()
                            .filter(figure -> figure.figure().equals(nameOfFirst(report)))
                            .mapToLong(figure -> figure.change().longValueExact())
                            .sum());
            Set<IncidentId> moved = new TreeSet<>();
            for (FigureChange figure : differences.figures()) {
                moved.addAll(figure.entered());
                moved.addAll(figure.left());
                assertThat(figure.causes()).containsExactly(Cause.EVENTS);
                if (figure.figure().endsWith(".percent")) {
                    continue;
                }
                assertThat(figure.change())
                        .isEqualTo(BigDecimal.valueOf(
                                figure.entered().size() - figure.left().size()))
                        .isEqualTo(figure.b().subtract(figure.a()));
            }
            assertThat(differences.incidents()).extracting(MovedIncident::id).containsExactlyElementsOf(moved);
            assertThat(differences.incidentsMoved()).isEqualTo(moved.size());
            for (MovedIncident incident : differences.incidents()) {
                assertThat(incident.explanation()).isNull();
                assertThat(incident.events())
                        .isNotEmpty()
                        .allMatch(event -> event.recordedAt().isAfter(a)
                                && !event.recordedAt().isAfter(b)
                                && !event.occurredAt().isAfter(differences.asOf()));
            }
            assertThat(ask(report, b, b).figures()).isEmpty();
            assertThat(ask(report, b, b).unchanged())
                    .isEqualTo(differences.unchanged() + differences.figures().size());
        }
    }

    private static String nameOfFirst(String report) {
        return switch (report) {
            case "ageing" -> "open";
            case "rdp-incidents" -> "openedAndResolvedInPeriod";
            case "performance" -> "CPM4.met";
            default -> "total";
        };
    }

    /** From the report itself. */
    private long firstFigure(String report, Instant asOf, Instant knownAt) {
        Moment moment = new Moment(asOf, knownAt, END);
        return switch (report) {
            case "ageing" ->
                world.ask(new GetAgeing(World.STAFF, moment, IncidentFilter.all(), null))
                        .open();
            case "rdp-incidents" ->
                world.ask(new GetRdpIncidentReport(World.STAFF, moment, JULY)).openedAndResolvedInPeriod();
            case "performance" ->
                world.ask(new GetPerformanceReport(World.STAFF, moment, JULY))
                        .measures()
                        .getFirst()
                        .met();
            default ->
                world.ask(new GetCategorisation(World.STAFF, moment, JULY.atDay(1), JULY.atEndOfMonth(), null))
                        .total();
        };
    }

    @Test
    void aResolutionThatBecameKnownLaterIsNamed() {
        Instant raised = Instant.parse("2018-07-02T09:00:00Z");
        Instant known = Instant.parse("2018-08-20T09:00:00Z");
        Life life = Life.raised(1, raised, raised, IncidentType.SERVICE, Classification.GREEN);
        world.record(life.then(
                known,
                new uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResolved(
                        life.id, Instant.parse("2018-07-10T09:00:00Z"), "done")));

        DifferencesReport report = ask("ageing", known.minusSeconds(1), known);

        assertThat(report.asOf()).isEqualTo("2018-07-31T22:59:59.999999999Z");
        assertThat(report.figures()).extracting(FigureChange::figure).containsExactly("open", "bands.UP_TO_1_MONTH");
        assertThat(report.figures().getFirst().left()).containsExactly(life.id);
        assertThat(report.unchanged()).isEqualTo(5);
        assertThat(report.incidents().getFirst().figuresLeft()).containsExactly("open", "bands.UP_TO_1_MONTH");
        assertThat(report.incidents().getFirst().events())
                .extracting(TimelineEntry::type)
                .containsExactly("IncidentResolved");
    }

    @Test
    void aFigureThatMovesWithoutAnEventSaysThatReferenceDataIsTheCause() {
        Instant raised = Instant.parse("2018-07-02T09:00:00Z");
        world.record(Life.raised(1, raised, raised, IncidentType.SERVICE, Classification.GREEN));
        Differences differences = new Differences(List.of(new CalendarCorrected()), world.records, world.log);

        DifferencesReport report = differences
                .on(new GetDifferences(
                        World.STAFF, END, "performance", JULY, null, raised.plusSeconds(1), raised.plusSeconds(9)))
                .orElseThrow();

        assertThat(report.figures())
                .extracting(FigureChange::figure, FigureChange::causes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("missed", Set.of(Cause.REFERENCE_DATA)),
                        org.assertj.core.groups.Tuple.tuple("percent", Set.of(Cause.REFERENCE_DATA)));
        assertThat(report.figures().getLast().a()).isNull();
        assertThat(report.figures().getLast().change()).isNull();
        assertThat(report.incidents().getFirst().events()).isEmpty();
        assertThat(report.incidents().getFirst().explanation()).contains("calendar");
    }

    @Test
    void thereAreNoDifferencesOfAReportThatIsNotThere() {
        assertThat(world.ask(new GetDifferences(World.STAFF, END, "weather", JULY, null, BEGIN, END)))
                .isEmpty();
    }

    @Test
    void redIsInNoFigureOfThoseWhoAreNotCleared() {
        Instant raised = Instant.parse("2018-07-02T09:00:00Z");
        world.record(Life.raised(1, raised, raised, IncidentType.SECURITY, Classification.RED));

        assertThat(ask("categorisation", BEGIN, END).figures()).isEmpty();
        assertThat(world.ask(new GetDifferences(World.CLEARED, END, "categorisation", JULY, null, BEGIN, END))
                        .orElseThrow()
                        .incidentsMoved())
                .isEqualTo(1);
    }

    /** Counts the Incident as missed only by the later calendar. */
    private static final class CalendarCorrected implements ReportFigures {
        @Override
        public String report() {
            return "performance";
        }

        @Override
        public Instant asOf(YearMonth period, Instant now) {
            return now;
        }

        @Override
        public List<Figure> of(Viewer viewer, Moment moment, YearMonth period) {
            boolean later = moment.knownAtOrNow().equals(Instant.parse("2018-07-02T09:00:09Z"));
            return List.of(
                    Figure.count("missed", later ? Set.of(IncidentId.of(1)) : Set.of()),
                    new Figure("percent", later ? new BigDecimal("99.5") : null, Map.of()),
                    Figure.count("met", Set.of()));
        }
    }
}
