package uk.smartenergy.incident.platform.messaging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deals with all records with which something is due, several at a time, because the store takes many commits as fast as one. It stands still while an
 * import runs on this node. It remembers nothing: what is due is asked for anew each time.
 */
public final class ThoseDue<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ThoseDue.class);
    public static final int AT_ONCE = 500;
    private static final int LOUD = 4;

    private final String what;
    private final ImportsInProgress imports;
    private final int abreast;
    private final Supplier<List<T>> find;
    private final Predicate<T> deal;
    private int failures;

    /**
     * @param what for the log, such as {@code Incidents cannot be closed}
     * @param abreast how many are dealt with at a time
     * @param find the longest due, {@link #AT_ONCE} at most
     * @param deal whether anything has changed, so that it is not due any more
     */
    public ThoseDue(String what, ImportsInProgress imports, int abreast, Supplier<List<T>> find, Predicate<T> deal) {
        this.what = what;
        this.imports = imports;
        this.abreast = abreast;
        this.find = find;
        this.deal = deal;
    }

    /** Never throws: what cannot be dealt with now is found again next time. */
    public void dealWithAll() {
        try {
            boolean more = true;
            while (more && !imports.any()) {
                more = dealWithSome();
            }
            failures = 0;
        } catch (RuntimeException | Error failure) {
            // Said once, and not because of a moment, such as when the service has just started.
            if (++failures == LOUD) {
                LOG.warn("{} at present: {}", what, failure.toString());
            }
        }
    }

    /** @return whether there may be more, and it is worthwhile to go on */
    private boolean dealWithSome() {
        List<T> due = find.get();
        if (due.isEmpty()) {
            return false;
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.clamp(due.size(), 1, abreast))) {
            long done = due.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> !imports.any() && deal.test(one), executor))
                    .toList()
                    .stream()
                    .filter(CompletableFuture::join)
                    .count();
            return due.size() == AT_ONCE && done > 0;
        }
    }
}
