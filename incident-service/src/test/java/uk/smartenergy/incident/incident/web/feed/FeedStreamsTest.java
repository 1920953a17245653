package uk.smartenergy.incident.incident.web.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.incident.FeedEntry;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResumed;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FeedPage;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetFeed;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.messaging.StoreGate;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Standing;

class FeedStreamsTest {
    private static final Viewer VIEWER = new Viewer("a", Set.of(Role.DCC_STAFF), null, false);

    /** How many events there are; each wait for more brings the next thing to happen. */
    private long events;

    private boolean away;
    private boolean stands = true;
    private final List<Runnable> happens = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final FeedStreams streams = streams(1);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private FeedStreams streams(int atOnce) {
        Feed feed = new Feed();
        return new FeedStreams(
                feed, feed, new Stands(), JsonMapper.shared(), atOnce, Duration.ofSeconds(15), nanos::get);
    }

    private final class Stands implements Standing {
        @Override
        public boolean holds(Viewer viewer) {
            return stands;
        }

        @Override
        public Optional<Viewer> find(String name) {
            return Optional.empty();
        }
    }

    private final class Feed implements Messages, StoreGate {
        @Override
        public <R> R send(Command command, Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> R ask(Query<R> query) {
            if (away) {
                throw new StoreAway("away", new IllegalStateException());
            }
            GetFeed get = (GetFeed) query;
            List<FeedEntry> items = new ArrayList<>();
            for (long at = get.after() + 1; at <= events && items.size() < get.limit(); at++) {
                IncidentId id = IncidentId.of(at);
                items.add(new FeedEntry(
                        at,
                        "e" + at,
                        "IncidentResumed",
                        id,
                        0,
                        "a",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Classification.AMBER,
                        new IncidentResumed(id, Instant.EPOCH, "two\nlines")));
            }
            return (R) new FeedPage(
                    items, items.isEmpty() ? get.after() : items.getLast().position());
        }

        @Override
        public long head() {
            return events;
        }

        @Override
        public boolean awaitProjected(String projection, long position, Duration atMost) {
            return awaitProjected(position, atMost);
        }

        @Override
        public boolean hasMore(String stream, long sequence) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean awaitProjected(long position, Duration atMost) {
            if (events >= position) {
                return true;
            }
            if (happens.isEmpty()) {
                streams.close();
            } else {
                happens.removeFirst().run();
            }
            return events >= position;
        }

        @Override
        public Optional<String> claimed(String key) {
            return Optional.empty();
        }

        @Override
        public RuntimeException translated(RuntimeException failure) {
            return failure;
        }
    }

    private List<String> streamed(long after) throws IOException {
        streams.serve(VIEWER, after, response);
        return response.getContentAsString()
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("retry"))
                .map(line -> line.startsWith("data: ") ? "data" : line)
                .toList();
    }

    @Test
    void goesOnAfterThePositionAndWithWhatHappensThen() throws IOException {
        events = 3;
        happens.add(() -> events = 4);
        happens.add(() -> {});
        happens.add(() -> events = 5);
        assertThat(streamed(2))
                .containsExactly(
                        ":",
                        "id: 3",
                        "event: IncidentResumed",
                        "data",
                        "id: 4",
                        "event: IncidentResumed",
                        "data",
                        "id: 5",
                        "event: IncidentResumed",
                        "data");
        assertThat(response.getContentType()).startsWith("text/event-stream");
    }

    @Test
    void aBacklogOfManyPagesComesWhole() throws IOException {
        events = 1_001;
        assertThat(streamed(0))
                .filteredOn(line -> line.startsWith("id: "))
                .hasSize(1_001)
                .endsWith("id: 1001");
    }

    @Test
    void givesASignOfLifeWhenNothingHappens() throws IOException {
        for (int i = 0; i < 4; i++) {
            happens.add(() -> nanos.addAndGet(Duration.ofSeconds(8).toNanos()));
        }
        assertThat(streamed(0)).containsExactly(":", ":", ":");
    }

    @Test
    void holdsOnWhileTheStoreIsAway() throws IOException {
        happens.add(() -> {
            events = 1;
            away = true;
        });
        happens.add(() -> away = false);
        assertThat(streamed(0)).containsExactly(":", "id: 1", "event: IncidentResumed", "data");
    }

    @Test
    void endsBeforeAnythingIsToldToAUserWhoHasChanged() throws IOException {
        events = 1;
        happens.add(() -> {
            events = 2;
            stands = false;
        });
        happens.add(() -> events = 3);

        assertThat(streamed(0)).containsExactly(":", "id: 1", "event: IncidentResumed", "data");
        assertThat(happens).hasSize(1);
    }

    @Test
    void endsAtTheSignOfLifeWhenTheUserHasChangedAndNothingHappens() throws IOException {
        happens.add(() -> {
            stands = false;
            nanos.addAndGet(Duration.ofSeconds(16).toNanos());
        });
        happens.add(() -> events = 1);

        assertThat(streamed(0)).containsExactly(":");
        assertThat(happens).hasSize(1);
    }

    @Test
    void doesNotBeginForAUserWhoHasChangedSinceSigningIn() {
        events = 1;
        stands = false;
        assertThatThrownBy(() -> streams.serve(VIEWER, 0, response))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
    }

    @Test
    void isRefusedWhereThereAreTooMany() {
        assertThatThrownBy(() -> streams(0).serve(VIEWER, 0, response))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void doesNotBeginWhereTheStoreIsAway() {
        away = true;
        assertThatThrownBy(() -> streams.serve(VIEWER, 0, response)).isInstanceOf(StoreAway.class);
        assertThat(response.isCommitted()).isFalse();
    }
}
