package uk.smartenergy.incident.incident.web.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.incident.FeedEntry;
import uk.smartenergy.incident.api.incident.IncidentQuery.FeedPage;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetFeed;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.ReadModelBehind;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.messaging.StoreGate;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Problems;
import uk.smartenergy.incident.platform.web.Standing;

/**
 * Streams the feed to whoever follows it, each in the thread of its own request. A stream fetches a page, writes it, and when there is no more
 * waits until the projections have moved; a slow reader holds up its own thread and one page. It polls nothing. It ends when the user is
 * gone or has changed: what follows then may not be for them.
 */
final class FeedStreams {
    private static final int PAGE = 200;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OPENING = "retry: 2000\n:\n\n".getBytes(StandardCharsets.UTF_8);

    private final Messages messages;
    private final StoreGate store;
    private final Standing standing;
    private final JsonMapper json;
    private final Semaphore turns;
    private final long heartbeatNanos;
    private final LongSupplier nanos;
    private volatile boolean closing;

    /** @param atOnce how many streams there may be. @param nanos a clock that only measures */
    FeedStreams(
            Messages messages,
            StoreGate store,
            Standing standing,
            JsonMapper json,
            int atOnce,
            Duration heartbeat,
            LongSupplier nanos) {
        this.messages = messages;
        this.store = store;
        this.standing = standing;
        this.json = json;
        this.turns = new Semaphore(atOnce);
        this.heartbeatNanos = heartbeat.toNanos();
        this.nanos = nanos;
    }

    /** Streams what comes after a position, until the client goes or the service stops. @throws Problem 503 if there are too many streams */
    void serve(Viewer viewer, long after, HttpServletResponse response) throws IOException {
        if (!turns.tryAcquire()) {
            throw Problem.tryLater(
                    "TOO_MANY_STREAMS", "Too many streams are open; read the feed in pages", Duration.ofSeconds(30));
        }
        try {
            // What fails before the first page is an answer with a status.
            long head = store.head();
            FeedPage first = messages.ask(new GetFeed(viewer, after, PAGE));
            if (!standing.holds(viewer)) {
                throw Problems.ofStatus(401, null);
            }
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            new Stream(viewer, response.getOutputStream()).run(first, head);
        } finally {
            turns.release();
        }
    }

    void open() {
        closing = false;
    }

    /** Ends all streams soon. */
    void close() {
        closing = true;
    }

    /** One client's. */
    private final class Stream {
        private final Viewer viewer;
        private final OutputStream out;
        private long lastWrite = nanos.getAsLong();
        /** Whether the user is not any more who began this. */
        private boolean ended;

        Stream(Viewer viewer, OutputStream out) {
            this.viewer = viewer;
            this.out = out;
        }

        void run(FeedPage first, long firstHead) throws IOException {
            write(OPENING);
            FeedPage page = first;
            long head = firstHead;
            while (goesOn()) {
                write(page);
                if (page.items().size() < PAGE) {
                    awaitMore(head);
                }
                while (goesOn()) {
                    try {
                        head = store.head();
                        FeedPage next = messages.ask(new GetFeed(viewer, page.nextPosition(), PAGE));
                        ended = !standing.holds(viewer);
                        page = next;
                        break;
                    } catch (StoreAway | ReadModelBehind away) {
                        store.awaitProjected(Long.MAX_VALUE, AFTER_FAILURE);
                        beat();
                    }
                }
            }
        }

        /** Waits until there is something after the head as it was, though it may be nothing that this viewer sees. */
        private void awaitMore(long head) throws IOException {
            while (goesOn() && !store.awaitProjected(head + 1, WAIT)) {
                beat();
            }
        }

        private boolean goesOn() {
            return !closing && !ended;
        }

        private void write(FeedPage page) throws IOException {
            if (page.items().isEmpty()) {
                return;
            }
            StringBuilder text = new StringBuilder();
            for (FeedEntry entry : page.items()) {
                text.append("id: ").append(entry.position()).append('\n');
                text.append("event: ").append(entry.type()).append('\n');
                text.append("data: ").append(json.writeValueAsString(entry)).append("\n\n");
            }
            write(text.toString().getBytes(StandardCharsets.UTF_8));
        }

        private void beat() throws IOException {
            if (nanos.getAsLong() - lastWrite >= heartbeatNanos) {
                ended = isKnownToHaveChanged();
                if (!ended) {
                    write(HEARTBEAT);
                }
            }
        }

        private boolean isKnownToHaveChanged() {
            try {
                return !standing.holds(viewer);
            } catch (StoreAway nobodyCanSay) {
                return false;
            }
        }

        private void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            lastWrite = nanos.getAsLong();
        }
    }
}
