package uk.smartenergy.incident.incident.read.communications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.CommunicationReport;
import uk.smartenergy.incident.api.incident.CommunicationReport.Figures;
import uk.smartenergy.incident.api.incident.CommunicationStandard;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CommunicationRated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentAssigned;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.record.Age;

class CommunicationQualityTest {
    private static final int CASES = 300;
    private static final Instant BEGIN = Instant.parse("2018-07-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-31T00:00:00Z");
    private static final CommunicationStandard STANDARD =
            new CommunicationStandard("T", List.of(CommunicationPart.AFFECTED));
    private static final CommunicationContent COMPLETE =
            new CommunicationContent("Known", "WAN", null, null, null, null, null);

    private final World world = new World();

    private CommunicationReport report(Viewer viewer, Moment moment, YearMonth month) {
        return world.ask(new IncidentQuery.GetCommunicationReport(viewer, moment, month));
    }

    @Test
    void theQualityIsTheMeanOfWhatThereIsToJudgeBy() {
        assertThat(Figures.of("A", 4, 4, 2, 1, 3, 1, 4).quality()).isEqualTo(50.0);
        assertThat(Figures.of("A", 4, 0, 0, 1, 3, 0, 0).quality()).isEqualTo(25.0);
        assertThat(Figures.of("A", 0, 0, 0, 0, 0, 0, 0).quality()).isNull();
    }

    @Test
    void anHourlyCadenceKeptForTwoHoursAndBrokenForThreeAndAHalf() {
        Instant nine = Instant.parse("2018-07-03T09:00:00Z");
        Life life = Life.raised(
                        1,
                        nine,
                        nine,
                        IncidentType.SERVICE,
                        Classification.GREEN,
                        Category.CATEGORY_1,
                        List.of(),
                        null,
                        null)
                .assigned(nine, "CSP North");
        communicate(life, nine.plus(Duration.ofMinutes(55)), 1, COMPLETE);
        communicate(life, nine.plus(Duration.ofMinutes(110)), 2, CommunicationContent.of("Known"));
        // The last rating of a reader counts.
        for (int rating : new int[] {1, 5}) {
            Instant at = nine.plus(Duration.ofMinutes(110)).plusSeconds(rating);
            life.then(at, new CommunicationRated(life.id, at, 1, rating, null, "ada"));
        }
        world.record(life);
        Moment asOf = new Moment(nine.plus(Duration.ofMinutes(110 + 210)), null, END);

        CommunicationReport report = report(World.STAFF, asOf, YearMonth.of(2018, 7));

        assertThat(report.byProvider()).containsExactly(Figures.of("CSP North", 2, 2, 1, 2, 3, 1, 5));
        assertThat(report.totals().quality()).isEqualTo(63.3);
        IncidentView view = world.ask(new IncidentQuery.GetIncident(World.STAFF, asOf, life.id))
                .orElseThrow()
                .overview();
        assertThat(view.updatesMissed()).isEqualTo(3);
        assertThat(view.updateOverdue()).isTrue();
        assertThat(view.nextUpdateDueAt()).isEqualTo(nine.plus(Duration.ofMinutes(170)));
    }

    private static void communicate(Life life, Instant at, int number, CommunicationContent content) {
        life.then(at, new IncidentCommunicated(life.id, at, number, content, STANDARD));
    }

    /** Any month, as of and as known at any instant, is what one gets by walking through every Incident by hand. */
    @Test
    void itIsAsIfEveryIncidentHadBeenWalkedThrough() {
        Random random = new Random(7);
        List<Life> lives = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            lives.add(drawn(random, i));
        }
        world.record(lives);
        for (int i = 0; i < CASES; i++) {
            @Nullable Instant asOf = random.nextBoolean() ? null : between(random);
            @Nullable Instant knownAt = random.nextBoolean() ? null : between(random);
            Moment moment = new Moment(asOf, knownAt, END);
            Viewer viewer = random.nextBoolean() ? World.STAFF : World.CLEARED;
            YearMonth month = YearMonth.of(2018, 7 + random.nextInt(4));

            Map<String, Walk> walked = new TreeMap<>();
            lives.stream()
                    .filter(life -> viewer.cleared() || life.id.number() % 5 != 0)
                    .forEach(life -> walk(life, moment, month, walked));
            List<Figures> byProvider = report(viewer, moment, month).byProvider();

            assertThat(byProvider)
                    .as("case %d: %s %s", i, month, moment)
                    .containsExactlyInAnyOrderElementsOf(walked.entrySet().stream()
                            .map(entry -> entry.getValue().figures(entry.getKey()))
                            .toList());
            for (Figures figures : byProvider) {
                assertThat(listed(viewer, moment, month, figures.provider()))
                        .as("case %d: the list behind %s", i, figures)
                        .isEqualTo(walked.get(figures.provider()).incidents);
            }
        }
    }

    private long listed(Viewer viewer, Moment moment, YearMonth month, String provider) {
        IncidentFilter filter = IncidentFilter.all()
                .asking(
                        null,
                        IncidentFilter.CategoryHistory.ANY,
                        Set.of(),
                        new IncidentFilter.Updates(null, month, Set.of(provider)),
                        IncidentFilter.Outcome.ANY);
        return world.ask(new IncidentQuery.FindIncidents(
                        viewer, moment, filter, IncidentQuery.SortBy.ID, false, null, 500))
                .total();
    }

    private static Instant between(Random random) {
        return BEGIN.plusSeconds(random.nextLong(Duration.between(BEGIN, END).toSeconds()));
    }

    /** A life with updates and ratings, some of them recorded late. */
    private static Life drawn(Random random, int number) {
        Life life = Life.drawn(random, number, BEGIN, END, number % 5 == 0 ? Classification.RED : Classification.GREEN);
        Instant raised = life.events().getFirst().occurredAt();
        Instant recorded = life.facts().getLast().recordedAt();
        int updates = random.nextInt(12);
        for (int i = 1; i <= updates; i++) {
            Instant at = raised.plusSeconds(1 + random.nextInt(200_000));
            recorded = recorded.isBefore(at) ? at : recorded;
            CommunicationContent content = random.nextBoolean() ? COMPLETE : CommunicationContent.of("Known");
            @Nullable CommunicationStandard standard = random.nextInt(4) == 0 ? null : STANDARD;
            life.then(recorded, new IncidentCommunicated(life.id, at, i, content, standard));
            if (random.nextBoolean()) {
                life.then(recorded, new CommunicationRated(life.id, recorded, i, 1 + random.nextInt(5), null, null));
            }
        }
        return life;
    }

    /** What one who walks through the Incidents of a provider counts. */
    private static final class Walk {
        long sent;
        long judged;
        long complete;
        long onTime;
        long missed;
        long ratings;
        long stars;
        long incidents;

        Figures figures(String provider) {
            return Figures.of(provider, sent, judged, complete, onTime, missed, ratings, stars);
        }
    }

    private void walk(Life life, Moment moment, YearMonth month, Map<String, Walk> all) {
        List<IncidentEvent> events = life.facts().stream()
                .flatMap(unit ->
                        unit.events().stream().filter(event -> moment.includes(event.occurredAt(), unit.recordedAt())))
                .sorted(Comparator.comparing(IncidentEvent::occurredAt))
                .toList();
        if (events.isEmpty() || events.stream().noneMatch(IncidentEvent.IncidentRaised.class::isInstance)) {
            return;
        }
        Map<String, Walk> here = new TreeMap<>();
        Lifecycle now = Lifecycle.RAISED;
        boolean wasOpen = false;
        @Nullable Category category = null;
        @Nullable Instant last = null;
        @Nullable Instant due = null;
        boolean late = false;
        for (int i = 0; i <= events.size(); i++) {
            Instant at = i == events.size() ? moment.asOfOrNow() : events.get(i).occurredAt();
            while (due != null && due.isBefore(at)) {
                late = true;
                if (isIn(month, due)) {
                    here.computeIfAbsent(resolverAt(events, due), key -> new Walk()).missed++;
                }
                due = next(due, category);
            }
            if (i == events.size()) {
                break;
            }
            IncidentEvent event = events.get(i);
            now = now.after(event).orElse(now);
            boolean open = now.state().isOpen();
            @Nullable Category before = wasOpen ? category : null;
            if (event instanceof IncidentCategorised decided) {
                category = decided.decision().category();
            }
            @Nullable Category then = open ? category : null;
            if (event instanceof IncidentCommunicated update) {
                if (isIn(month, at)) {
                    Walk walk = here.computeIfAbsent(resolverAt(events, at), key -> new Walk());
                    walk.sent++;
                    walk.judged += update.standard() == null ? 0 : 1;
                    walk.complete +=
                            update.standard() != null && update.content().affected() != null ? 1 : 0;
                    walk.onTime += due != null && !late ? 1 : 0;
                    events.stream()
                            .filter(one ->
                                    one instanceof CommunicationRated rated && rated.communication() == update.number())
                            .forEach(one -> {
                                walk.ratings++;
                                walk.stars += ((CommunicationRated) one).rating();
                            });
                }
            }
            if (event instanceof IncidentCommunicated || (open && !wasOpen)) {
                last = at;
                late = false;
                due = next(at, then);
            } else if (cadenceDiffers(before, then)) {
                @Nullable Instant counted = last == null ? null : next(last, then);
                due = counted == null ? null : counted.isBefore(at) ? at : counted;
            }
            wasOpen = open;
        }
        here.forEach((provider, walk) -> {
            Walk sum = all.computeIfAbsent(provider, key -> new Walk());
            sum.sent += walk.sent;
            sum.judged += walk.judged;
            sum.complete += walk.complete;
            sum.onTime += walk.onTime;
            sum.missed += walk.missed;
            sum.ratings += walk.ratings;
            sum.stars += walk.stars;
            sum.incidents++;
        });
    }

    private static boolean isIn(YearMonth month, Instant at) {
        return YearMonth.from(at.atZone(Age.LONDON)).equals(month);
    }

    private static boolean cadenceDiffers(@Nullable Category one, @Nullable Category other) {
        return !(one == other || (hours(one) == 0 && hours(other) == 0));
    }

    private static int hours(@Nullable Category category) {
        return category == null
                ? 0
                : switch (category) {
                    case CATEGORY_1 -> 1;
                    case CATEGORY_2 -> 4;
                    case CATEGORY_3 -> 24;
                    case CATEGORY_4, CATEGORY_5 -> 0;
                };
    }

    private static @Nullable Instant next(Instant at, @Nullable Category category) {
        return hours(category) == 0
                ? null
                : category == Category.CATEGORY_3
                        ? at.atZone(Age.LONDON).plusDays(1).toInstant()
                        : at.plus(Duration.ofHours(hours(category)));
    }

    private static String resolverAt(List<IncidentEvent> events, Instant at) {
        String resolver = IncidentFilter.NONE;
        for (IncidentEvent event : events) {
            if (event instanceof IncidentAssigned assigned
                    && !event.occurredAt().isAfter(at)) {
                resolver = assigned.resolver();
            }
        }
        return resolver;
    }
}
