package uk.smartenergy.incident.platform.messaging;

import java.security.SecureRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;
import uk.smartenergy.incident.api.shared.Reference;

/**
 * Gives references to new records of one kind: rising from 1, except that RED ones are drawn by lot from the upper half, so that gaps tell nothing.
 * Several nodes may give the same one; the store takes only the first, and {@link #taken} says so here. There is one of these for each kind of record
 * and node.
 */
public final class References {
    private static final int ATTEMPTS = 100;

    private final String kind;
    private final LongSupplier highest;
    private final SecureRandom lot = new SecureRandom();
    private long last = -1;

    /**
     * @param kind the letters before the digits, such as {@code PBI}
     * @param highest the highest number given in order so far, that is below {@link Reference#FIRST_DRAWN}; 0 if there is none
     */
    public References(String kind, LongSupplier highest) {
        this.kind = kind;
        this.highest = highest;
    }

    public String next(boolean red) {
        return Reference.of(kind, red ? Reference.FIRST_DRAWN + lot.nextLong(Reference.FIRST_DRAWN) : rising());
    }

    /** Another node has used this reference, and perhaps many after it. */
    public synchronized void taken(String reference) {
        if (!Reference.isDrawn(reference)) {
            last = Math.max(last, highest.getAsLong());
        }
    }

    /**
     * Creates a record under the next free reference.
     *
     * @param create sends the command that creates it, and may throw {@link StreamExists}; then it is called again with another reference
     */
    public <R extends Object> R give(boolean red, Function<String, R> create) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String reference = next(red);
            try {
                return create.apply(reference);
            } catch (StreamExists taken) {
                taken(reference);
            }
        }
        throw new IllegalStateException("No free reference found");
    }

    private synchronized long rising() {
        if (last < 0) {
            last = highest.getAsLong();
        }
        return ++last;
    }
}
