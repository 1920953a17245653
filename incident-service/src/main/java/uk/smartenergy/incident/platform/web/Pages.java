package uk.smartenergy.incident.platform.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import uk.smartenergy.incident.api.shared.Page;

/** Parts of lists that are short enough to be made whole for every part, and whose elements have references. */
public final class Pages {
    public static final Field<Integer> LIMIT = Field.integer("limit", 1, 500, "How many at most; default 50.");
    public static final Field<String> CURSOR =
            Field.line("cursor", 100, "Where to go on: nextCursor of the page before.");

    private Pages() {}

    /**
     * The part that a request asks for.
     *
     * @param in a filled form with {@link #LIMIT} and {@link #CURSOR}
     * @param reference tells an element from the others
     */
    public static <T extends Object> Page<T> of(
            List<T> all, Function<T, String> reference, Inquiry inquiry, Filled in) {
        String after = in.get(CURSOR);
        int from = after == null
                ? 0
                : 1
                        + IntStream.range(0, all.size())
                                .filter(i -> reference.apply(all.get(i)).equals(after))
                                .findFirst()
                                .orElseThrow(
                                        () -> Problem.invalid("/cursor", "is not a cursor that this list gave out"));
        int to = from + Math.min(all.size() - from, inquiry.limit(in, LIMIT));
        return new Page<>(all.subList(from, to), to < all.size() ? reference.apply(all.get(to - 1)) : null, all.size());
    }
}
