package uk.smartenergy.incident.incident.web.imports;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.platform.scratch.ScratchMap;

/**
 * Lines that were refused, and may yet be taken when all of the file is known: a later line may have told what was missing. Keeps them on disk. For
 * several threads, of which one begins the rounds.
 */
final class Postponed implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What goes beyond is refused at once. */
    private static final long MOST_BYTES = 256L << 20;

    /** References that something was taken for, by a hash of so many bits: one too many only costs a further try. */
    private static final int HASH_BITS = 20;

    private final boolean textual;
    private @Nullable ScratchMap aside;
    private BitSet moved = new BitSet();
    private int round;
    private long bytes;

    Postponed(boolean textual) {
        this.textual = textual;
    }

    /** Where lines go that get another try, or none. */
    interface Next {
        void again(ImportRecord.Readable record) throws InterruptedException;

        void never(long line, @Nullable String externalReference, Outcome.NotTaken why);
    }

    /** Something was taken that may make other lines of this reference possible. */
    synchronized void moved(String externalReference) {
        moved.set(bit(externalReference));
    }

    /** @return {@code false}: there is no room for it */
    synchronized boolean add(ImportLine line, Outcome.NotTaken why) {
        if (bytes > MOST_BYTES) {
            return false;
        }
        ObjectNode entry = JSON.createObjectNode();
        entry.put("line", line.line());
        entry.put("code", why.code());
        entry.put("detail", why.detail());
        entry.put("externalReference", line.externalReference());
        entry.set("content", line.content());
        String text = entry.toString();
        bytes += text.length();
        if (aside == null) {
            aside = ScratchMap.create();
        }
        aside.put(prefix(round) + "%016d".formatted(line.line()), text);
        return true;
    }

    synchronized boolean isEmpty() {
        return bytes == 0;
    }

    /** Hands out the lines of the round that has ended, in order; those that are refused again belong to the next one. */
    void next(Next next) throws InterruptedException {
        BitSet before;
        ScratchMap lines;
        String ended;
        synchronized (this) {
            before = moved;
            moved = new BitSet();
            lines = aside;
            ended = prefix(round);
            round++;
            bytes = 0;
        }
        if (lines == null) {
            return;
        }
        for (String text = lines.takeFirst(ended); text != null; text = lines.takeFirst(ended)) {
            JsonNode entry = JSON.readTree(text);
            long line = entry.get("line").longValue();
            String reference = entry.get("externalReference").stringValue();
            if (before.get(bit(reference))) {
                next.again(new ImportRecord.Readable(line, (ObjectNode) entry.get("content"), text.length()));
            } else {
                String code = entry.get("code").stringValue();
                String detail = entry.get("detail").stringValue();
                next.never(line, reference, new Outcome.NotTaken(code, detail));
            }
        }
    }

    boolean textual() {
        return textual;
    }

    private static int bit(String externalReference) {
        return externalReference.hashCode() & ((1 << HASH_BITS) - 1);
    }

    private static String prefix(int round) {
        return "%09d ".formatted(round);
    }

    @Override
    public void close() {
        if (aside != null) {
            aside.close();
        }
    }
}
