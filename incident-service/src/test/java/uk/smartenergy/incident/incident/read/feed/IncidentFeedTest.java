package uk.smartenergy.incident.incident.read.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.FeedEntry;
import uk.smartenergy.incident.api.incident.IncidentQuery.FeedPage;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetFeed;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

class IncidentFeedTest {
    private static final Instant BEGIN = Instant.parse("2018-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2018-10-05T23:00:00Z");

    private final World world = new World();

    private List<FeedEntry> followed(Viewer viewer, int limit) {
        List<FeedEntry> entries = new ArrayList<>();
        long position = 0;
        while (true) {
            FeedPage page = world.ask(new GetFeed(viewer, position, limit));
            if (page.items().isEmpty()) {
                assertThat(page.nextPosition()).isGreaterThanOrEqualTo(position);
                return entries;
            }
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.nextPosition())
                    .isGreaterThanOrEqualTo(page.items().getLast().position());
            entries.addAll(page.items());
            position = page.nextPosition();
        }
    }

    @Test
    void positionsHaveNoGapsForThoseWhoSeeAllOfTheirClass() {
        Random random = new Random(1);
        for (int number = 1; number <= 40; number++) {
            world.record(Life.drawn(
                    random, number, BEGIN, END, random.nextBoolean() ? Classification.RED : Classification.GREEN));
        }
        for (Viewer viewer : List.of(World.STAFF, World.CLEARED)) {
            List<FeedEntry> entries = followed(viewer, 7);
            for (int i = 0; i < entries.size(); i++) {
                assertThat(entries.get(i).position()).isEqualTo(i + 1);
            }
        }
        assertThat(followed(World.CLEARED, 50)).hasSize(world.all.size());
        assertThat(followed(World.STAFF, 50)).hasSizeLessThan(world.all.size());
    }

    @Test
    void theFeedHasTheWholeEventsInTheOrderOfTheirRecording() {
        Life life = Life.raised(1, BEGIN, END, IncidentType.SERVICE, Classification.GREEN)
                .assigned(END.plusSeconds(1), "CSP North");
        world.record(life);
        List<FeedEntry> entries = followed(World.STAFF, 2);
        assertThat(entries).extracting(FeedEntry::data).isEqualTo(life.events());
        assertThat(entries)
                .extracting(FeedEntry::type)
                .containsExactly("IncidentRaised", "IncidentCategorised", "IncidentAssigned");
        FeedEntry first = entries.getFirst();
        assertThat(first.occurredAt()).isEqualTo(BEGIN);
        assertThat(first.recordedAt()).isEqualTo(END);
        assertThat(first.actor()).isEqualTo("somebody");
        assertThat(first.id()).isEqualTo("INC000000000001#0");
        assertThat(entries).extracting(FeedEntry::sequence).containsExactly(0L, 1L, 2L);
    }

    @Test
    void whatTheReaderMayNotSeeIsSkipped() {
        world.record(Life.raised(1, BEGIN, BEGIN, IncidentType.SERVICE, Classification.AMBER));
        world.record(Life.raised(2, BEGIN, BEGIN, IncidentType.SERVICE, Classification.GREEN));
        Viewer stranger = new Viewer("x", Set.of(Role.INCIDENT_PARTY), "Beta Energy", false);
        assertThat(followed(stranger, 1))
                .extracting(entry -> entry.incidentId().number())
                .containsExactly(2L, 2L);
        assertThat(followed(World.STAFF, 1)).hasSize(4);
    }

    @Test
    void whatTheReaderMayNotSeeIsPassedOverOnceAndWhatFollowsIsSeen() {
        Viewer stranger = new Viewer("x", Set.of(Role.INCIDENT_PARTY), "Beta Energy", false);
        world.record(Life.raised(1, BEGIN, BEGIN, IncidentType.SERVICE, Classification.AMBER));
        assertThat(world.<FeedPage>ask(new GetFeed(stranger, 0, 10))).isEqualTo(new FeedPage(List.of(), 2));
        world.record(Life.raised(2, BEGIN, BEGIN, IncidentType.SERVICE, Classification.GREEN));
        world.record(Life.raised(3, BEGIN, BEGIN, IncidentType.SERVICE, Classification.AMBER));
        FeedPage page = world.ask(new GetFeed(stranger, 2, 10));
        assertThat(page.items()).extracting(FeedEntry::position).containsExactly(3L, 4L);
        assertThat(page.nextPosition()).isEqualTo(6);
        FeedPage full = world.ask(new GetFeed(stranger, 2, 1));
        assertThat(full.nextPosition()).as("a full page ends where it is full").isEqualTo(3);
    }

    @Test
    void whatIsNotYetWholeIsNotPassedOver() {
        Life life = Life.raised(1, BEGIN, BEGIN, IncidentType.SERVICE, Classification.GREEN);
        world.record(BEGIN, life.events().getFirst());
        assertThat(world.<FeedPage>ask(new GetFeed(World.STAFF, 0, 10))).isEqualTo(new FeedPage(List.of(), 0));
        world.record(BEGIN, life.events().getLast());
        assertThat(followed(World.STAFF, 10)).hasSize(2);
    }

    @Test
    void beyondTheEndThereIsNothingAndThePositionStays() {
        assertThat(world.<FeedPage>ask(new GetFeed(World.STAFF, 99, 10))).isEqualTo(new FeedPage(List.of(), 99));
        assertThat(world.<FeedPage>ask(new GetFeed(World.STAFF, Long.MAX_VALUE, 10)))
                .isEqualTo(new FeedPage(List.of(), Long.MAX_VALUE));
    }
}
