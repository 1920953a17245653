package uk.smartenergy.incident.incident.web.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;

/**
 * Reads a file from beginning to end and has its lines taken over. A dry run is the same with {@link RehearsedMessages}.
 *
 * <p>A step that is refused gets another try when all of the file has been read, if later lines of its Incident were taken, and so on until nothing
 * moves. So lines may stand in any order, and the same file once more changes nothing: what is refused in the end is refused as things then stand.
 */
final class ImportRun {
    /** As many as the store usefully commits at once. */
    private static final int LANES = 32;

    private final LineReader reader;
    private final Clock clock;

    ImportRun(LineReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    ImportReport run(ImportFile file, Messages messages, LineTaker.References numbers, Viewer viewer)
            throws IOException {
        Tally tally = new Tally();
        try (Postponed postponed = new Postponed(file.textual())) {
            Pass pass = new Pass(messages, numbers, viewer, tally, postponed);
            try (Lanes lanes = pass.lanes()) {
                for (ImportRecord record = file.next(); record != null; record = file.next()) {
                    tally.read();
                    pass.hand(record, lanes);
                }
                lanes.finish();
            }
            while (pass.again()) {
                // until no line is left that could be taken
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The import was interrupted", stopped);
        }
        return tally.report();
    }

    /** What all passes over the lines of one file share. */
    private final class Pass {
        private final Messages messages;
        private final LineTaker.References numbers;
        private final Viewer viewer;
        private final Tally tally;
        private final Postponed postponed;
        private final AtomicBoolean asked = new AtomicBoolean();

        Pass(Messages messages, LineTaker.References numbers, Viewer viewer, Tally tally, Postponed postponed) {
            this.messages = messages;
            this.numbers = numbers;
            this.viewer = viewer;
            this.tally = tally;
            this.postponed = postponed;
        }

        Lanes lanes() {
            return new Lanes(LANES, () -> {
                LineTaker taker =
                        new LineTaker(messages, viewer, new KnownReferences(messages, viewer, clock, asked), numbers);
                return line -> count(line, taker.take(line));
            });
        }

        private void count(ImportLine line, Outcome outcome) {
            if (outcome instanceof Outcome.NotTaken not && !line.raises() && postponed.add(line, not)) {
                return;
            }
            if (outcome instanceof Outcome.Taken taken && taken.changed()) {
                postponed.moved(line.externalReference());
            }
            tally.count(line.line(), line.externalReference(), outcome);
        }

        void hand(ImportRecord record, Lanes lanes) throws InterruptedException {
            switch (record) {
                case ImportRecord.Unreadable broken ->
                    tally.count(
                            broken.line(), broken.externalReference(), Outcome.refused(broken.code(), broken.detail()));
                case ImportRecord.Readable readable -> {
                    switch (reader.read(readable, postponed.textual())) {
                        case LineReader.Read.Line line -> lanes.put(line.line());
                        case LineReader.Read.Wrong wrong ->
                            tally.count(wrong.line(), wrong.externalReference(), wrong.why());
                    }
                }
            }
        }

        /** Tries those again that may be possible now. @return whether there were any */
        boolean again() throws InterruptedException {
            if (postponed.isEmpty()) {
                return false;
            }
            AtomicBoolean any = new AtomicBoolean();
            try (Lanes lanes = lanes()) {
                postponed.next(new Postponed.Next() {
                    @Override
                    public void again(ImportRecord.Readable record) throws InterruptedException {
                        any.set(true);
                        hand(record, lanes);
                    }

                    @Override
                    public void never(long line, @Nullable String externalReference, Outcome.NotTaken why) {
                        tally.count(line, externalReference, why);
                    }
                });
                lanes.finish();
            }
            return any.get();
        }
    }
}
