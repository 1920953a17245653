package uk.smartenergy.incident.incident.web.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Problem;

/** Runs imports, a few at a time, for real and as dry runs. */
final class Imports {
    /** Dry runs name new Incidents from here on: references that are never given out. */
    private static final long NEVER_GIVEN_OUT = 400_000_000_000L;

    private final ImportRun run;
    private final Messages messages;
    private final LineTaker.References numbers;
    private final ImportsInProgress inProgress;
    private final Semaphore turns;

    Imports(ImportRun run, Messages messages, LineTaker.References numbers, ImportsInProgress inProgress, int atOnce) {
        this.run = run;
        this.messages = messages;
        this.numbers = numbers;
        this.inProgress = inProgress;
        this.turns = new Semaphore(atOnce);
    }

    /** Takes a file over. @throws Problem 429 if too many imports are running */
    ImportReport take(ImportFile file, Viewer viewer) throws IOException {
        return inTurn(() -> {
            try (ImportsInProgress.Import running = inProgress.begin()) {
                return run.run(file, messages, numbers, viewer);
            }
        });
    }

    /** Says what {@link #take} would say, and changes nothing. */
    ImportReport rehearse(ImportFile file, Viewer viewer) throws IOException {
        return inTurn(() -> {
            try (RehearsedMessages rehearsed = new RehearsedMessages(messages)) {
                return run.run(file, rehearsed, new Rehearsed(), viewer);
            }
        });
    }

    private ImportReport inTurn(Work work) throws IOException {
        if (!turns.tryAcquire()) {
            throw Problem.of(429, "TOO_MANY_IMPORTS", "Other imports are running; try again when one is done")
                    .with("Retry-After", String.valueOf(Duration.ofSeconds(10).toSeconds()));
        }
        try {
            return work.done();
        } finally {
            turns.release();
        }
    }

    private interface Work {
        ImportReport done() throws IOException;
    }

    private static final class Rehearsed implements LineTaker.References {
        private final AtomicLong last = new AtomicLong(NEVER_GIVEN_OUT);

        @Override
        public IncidentId next(boolean red) {
            return IncidentId.of(last.incrementAndGet());
        }

        @Override
        public void taken(IncidentId reference) {
            throw new IllegalStateException("A reference that is never given out is taken");
        }
    }
}
