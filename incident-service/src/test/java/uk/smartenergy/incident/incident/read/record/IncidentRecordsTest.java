package uk.smartenergy.incident.incident.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.incident.AgeingReport.GroupBy;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.*;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

class IncidentRecordsTest {
    private static final Instant BEGIN = Instant.parse("2018-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-05T23:00:00Z");

    private static List<Life> lives(Random random, int first, int count, Classification classification) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> Life.drawn(random, number, BEGIN, END, classification))
                .toList();
    }

    private static Instant instant(Random random) {
        return BEGIN.plusSeconds(random.nextLong(Duration.between(BEGIN, END).toSeconds()));
    }

    private static List<IncidentView> all(World world, Viewer viewer, Moment moment) {
        return world.ask(new FindIncidents(
                        viewer, moment, IncidentFilter.all(), SortBy.ID, false, null, Integer.MAX_VALUE))
                .items();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theImageIsAsANaiveFoldOfTheEventsAtAnyMoment(long seed) {
        Random random = new Random(seed);
        List<Life> lives = lives(random, 1, 60, Classification.GREEN);
        World world = new World();
        world.record(lives);
        for (int i = 0; i < 25; i++) {
            Moment moment = new Moment(
                    random.nextInt(4) == 0 ? null : instant(random),
                    random.nextInt(4) == 0 ? null : instant(random),
                    END);
            Map<IncidentId, List<Object>> expected = new LinkedHashMap<>();
            lives.forEach(life -> {
                List<Object> naive = naive(life, moment);
                if (naive != null) {
                    expected.put(life.id, naive);
                }
            });
            Map<IncidentId, List<Object>> found = new LinkedHashMap<>();
            all(world, World.STAFF, moment)
                    .forEach(view -> found.put(
                            view.id(),
                            Collections.unmodifiableList(listOf(
                                    view.state(),
                                    view.category().number(),
                                    view.resolver(),
                                    view.respondedAt(),
                                    view.resolvedAt(),
                                    view.closedAt()))));
            assertThat(found).isEqualTo(expected);
        }
    }

    private static List<Object> listOf(@Nullable Object... values) {
        return new ArrayList<>(java.util.Arrays.asList(values));
    }

    /** State, category, Resolver, responded, resolved, closed; written without the code that is tested. */
    private static @Nullable List<Object> naive(Life life, Moment moment) {
        List<IncidentEvent> events = new ArrayList<>();
        for (Life.Unit unit : life.facts()) {
            boolean known = moment.knownAt() == null || !unit.recordedAt().isAfter(moment.knownAt());
            for (IncidentEvent event : unit.events()) {
                if (known && (moment.asOf() == null || !event.occurredAt().isAfter(moment.asOf()))) {
                    events.add(event);
                }
            }
        }
        if (events.isEmpty()) {
            return null;
        }
        events.sort(Comparator.comparing(IncidentEvent::occurredAt));
        boolean pending = false;
        String resolver = null;
        Instant responded = null;
        Instant resolved = null;
        Instant closed = null;
        boolean reopened = false;
        int category = 0;
        for (IncidentEvent event : events) {
            if (event instanceof IncidentCategorised e) {
                category = e.decision().category().number();
            } else if (event instanceof IncidentAssigned e) {
                resolver = e.resolver();
            } else if (event instanceof IncidentRespondedTo) {
                responded = responded == null ? event.occurredAt() : responded;
                pending = false;
                reopened = true;
            } else if (event instanceof IncidentPaused) {
                pending = true;
            } else if (event instanceof IncidentResumed) {
                pending = false;
                reopened = responded != null;
            } else if (event instanceof IncidentResolved) {
                pending = false;
                resolved = event.occurredAt();
                responded = responded == null ? resolved : responded;
            } else if (event instanceof IncidentClosed) {
                closed = event.occurredAt();
            } else if (event instanceof IncidentReopened) {
                resolved = null;
                closed = null;
                reopened = true;
            }
        }
        IncidentState state = closed != null
                ? IncidentState.CLOSED
                : resolved != null
                        ? IncidentState.RESOLVED
                        : pending
                                ? IncidentState.PENDING
                                : reopened
                                        ? IncidentState.IN_PROGRESS
                                        : resolver != null ? IncidentState.ASSIGNED : IncidentState.RAISED;
        return listOf(state, category, resolver, responded, resolved, closed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void rebuiltIsAsLiveAndTheOrderOfPublishingDoesNotMatter(long seed) {
        Random random = new Random(seed);
        World live = new World();
        live.record(Stream.concat(
                        lives(random, 1, 40, Classification.GREEN).stream(),
                        lives(random, 41, 20, Classification.RED).stream())
                .toList());
        List<Moment> moments = new ArrayList<>(List.of(Moment.present(END)));
        for (int i = 0; i < 10; i++) {
            moments.add(new Moment(instant(random), instant(random), END));
        }
        List<List<Object>> before =
                moments.stream().map(m -> answers(live, World.CLEARED, m)).toList();
        live.projection.reset();
        assertThat(live.records.size()).isZero();
        live.all.forEach(message -> {
            live.projection.apply(RecordedEvent.of(message));
            if (random.nextInt(7) == 0) {
                live.projection.publish();
            }
        });
        live.projection.publish();
        List<List<Object>> after =
                moments.stream().map(m -> answers(live, World.CLEARED, m)).toList();
        assertThat(after).isEqualTo(before);
    }

    /** Every question there is. */
    private static List<Object> answers(World world, Viewer viewer, Moment moment) {
        List<Object> answers = new ArrayList<>();
        for (SortBy sortBy : SortBy.values()) {
            answers.add(world.ask(new FindIncidents(viewer, moment, IncidentFilter.all(), sortBy, true, null, 7)));
        }
        answers.add(all(world, viewer, moment));
        for (GroupBy groupBy : GroupBy.values()) {
            answers.add(world.ask(new GetAgeing(viewer, moment, IncidentFilter.all(), groupBy)));
        }
        answers.add(world.ask(new GetAgeingTrend(
                viewer,
                moment,
                IncidentFilter.all(),
                BEGIN,
                List.of(BEGIN.plusSeconds(9_000_000), END),
                Period.ofDays(1))));
        for (int month = 1; month <= 10; month++) {
            answers.add(world.ask(new GetRdpIncidentReport(viewer, moment, YearMonth.of(2018, month))));
        }
        answers.add(world.ask(new GetOpenCounts(viewer, moment)));
        answers.add(world.ask(new FindDueToClose(viewer, moment.now(), moment.now(), 1000)));
        answers.add(world.ask(new GetHighestNumber(viewer)));
        FeedPage page = world.ask(new GetFeed(viewer, 0, 100_000));
        answers.add(page);
        for (long after = 0; after < page.nextPosition(); after += 13) {
            answers.add(world.ask(new GetFeed(viewer, after, 5)));
        }
        for (int number = 1; number <= 60; number++) {
            IncidentId id = IncidentId.of(number);
            answers.add(world.ask(new GetIncident(viewer, moment, id)));
            answers.add(world.ask(new GetTimeline(viewer, moment, id)));
            answers.add(world.ask(new GetCategoryExplanation(viewer, moment, id)));
            answers.add(world.ask(new GetIncidentAccess(viewer, id)));
        }
        return answers;
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void noAnswerTellsTheUnclearedWhetherThereAreRedIncidents(long seed) {
        Random random = new Random(seed);
        List<Life> open = lives(random, 1, 40, Classification.GREEN);
        List<Life> red = lives(random, 1, 60, Classification.RED).stream()
                .map(life -> Life.drawn(random, 500_000_000_000L + life.id.number(), BEGIN, END, Classification.RED))
                .toList();
        World without = new World();
        without.record(open);
        World with = new World();
        with.record(Stream.concat(open.stream(), red.stream()).toList());
        Viewer party = new Viewer("party", Set.of(Role.INCIDENT_PARTY), "Alpha Energy", false);
        for (Viewer viewer : List.of(World.STAFF, party, Viewer.service())) {
            for (Moment moment : List.of(Moment.present(END), new Moment(instant(random), instant(random), END))) {
                assertThat(answers(with, viewer, moment)).isEqualTo(answers(without, viewer, moment));
            }
            red.forEach(life -> {
                assertThat(with.ask(new GetIncident(viewer, Moment.present(END), life.id)))
                        .isEmpty();
                assertThat(with.ask(new GetTimeline(viewer, Moment.present(END), life.id)))
                        .isEmpty();
                assertThat(with.ask(new GetCategoryExplanation(viewer, Moment.present(END), life.id)))
                        .isEmpty();
                assertThat(with.ask(new GetIncidentAccess(viewer, life.id))).isEmpty();
            });
        }
        assertThat(all(with, World.CLEARED, Moment.present(END))).hasSize(100);
        assertThat(with.ask(new GetOpenCounts(World.CLEARED, Moment.present(END))))
                .as("gauges have no reader who could be cleared")
                .isEqualTo(without.ask(new GetOpenCounts(World.STAFF, Moment.present(END))));
    }

    @Test
    void amberIsSeenByThoseItConcerns() {
        World world = new World();
        Life life = Life.raised(1, BEGIN, BEGIN, IncidentType.SERVICE, Classification.AMBER)
                .assigned(BEGIN.plusSeconds(60), "CSP North")
                .assigned(BEGIN.plusSeconds(120), "CSP South");
        world.record(life);
        assertThat(Stream.of("Alpha Energy", "CSP North", "CSP South", "Beta Energy", null)
                        .map(party -> new Viewer("x", Set.of(Role.INCIDENT_PARTY), party, false))
                        .map(viewer -> all(world, viewer, Moment.present(END)).size()))
                .containsExactly(1, 1, 1, 0, 0);
    }

    @Test
    void anIncidentExistsAtAMomentFromTheVeryInstantOfItsRaisingAndRecording() {
        World world = new World();
        Instant recordedAt = BEGIN.plusSeconds(1000);
        world.record(Life.raised(1, BEGIN, recordedAt, IncidentType.SERVICE, Classification.GREEN));
        assertThat(all(world, World.STAFF, new Moment(BEGIN, null, END))).hasSize(1);
        assertThat(all(world, World.STAFF, new Moment(BEGIN.minusMillis(1), null, END)))
                .isEmpty();
        assertThat(all(world, World.STAFF, new Moment(null, recordedAt, END))).hasSize(1);
        assertThat(all(world, World.STAFF, new Moment(null, recordedAt.minusMillis(1), END)))
                .isEmpty();
        assertThat(all(world, World.STAFF, new Moment(BEGIN, recordedAt, END))
                        .getFirst()
                        .recordedAt())
                .isEqualTo(recordedAt);
    }
}
