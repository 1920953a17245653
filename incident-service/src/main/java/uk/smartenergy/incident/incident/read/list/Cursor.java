package uk.smartenergy.incident.incident.read.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.InvalidCursor;

/**
 * Writes and reads the cursors of one list: filter, order and moment. A cursor of another list, or one that somebody made up or cut short,
 * is refused. It is no secret and protects none: what a viewer may see never depends on it.
 */
final class Cursor {
    private static final int CHECK_BYTES = 9;
    private static final String NO_VALUE = "-";

    private final String list;

    private Cursor(String list) {
        this.list = list;
    }

    /** The cursors of the list that is asked for. */
    static Cursor of(FindIncidents query) {
        IncidentFilter f = query.filter();
        return new Cursor(String.join(
                "\n",
                query.sortBy().name(),
                Boolean.toString(query.descending()),
                text(query.moment().asOf()),
                text(query.moment().knownAt()),
                sorted(f.states()),
                text(f.open()),
                sorted(f.categories()),
                sorted(f.types()),
                sorted(f.resolvers()),
                sorted(f.raisedBy()),
                sorted(f.regions()),
                sorted(f.services()),
                sorted(f.businessProcesses()),
                sorted(f.externalReferences()),
                text(f.raisedFrom()),
                text(f.raisedTo()),
                text(f.openLongerThan()),
                text(f.openNotLongerThan()),
                text(f.breached()),
                text(f.text())));
    }

    /**
     * Where a page begins.
     *
     * @param now the present of the first page, which is then that of all pages; {@code null} where nothing depends on it
     */
    record Place(SortKey after, @Nullable Instant now) {}

    String write(Place next) {
        SortKey key = next.after();
        Instant value = key.value();
        byte[] place = (orNone(value) + " " + key.id() + " " + orNone(next.now())).getBytes(UTF_8);
        byte[] all = Arrays.copyOf(check(place), CHECK_BYTES + place.length);
        System.arraycopy(place, 0, all, CHECK_BYTES, place.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws InvalidCursor if it is not one that {@link #write} gave out for this list */
    Place read(String cursor) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(cursor);
            if (all.length <= CHECK_BYTES) {
                throw new InvalidCursor();
            }
            byte[] place = Arrays.copyOfRange(all, CHECK_BYTES, all.length);
            String[] parts = new String(place, UTF_8).split(" ", -1);
            boolean genuine = MessageDigest.isEqual(check(place), Arrays.copyOf(all, CHECK_BYTES)) && parts.length == 3;
            if (!genuine) {
                throw new InvalidCursor();
            }
            return new Place(new SortKey(instant(parts[0]), new IncidentId(parts[1])), instant(parts[2]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidCursor();
        }
    }

    private static String orNone(@Nullable Instant value) {
        return value == null ? NO_VALUE : value.toString();
    }

    private static @Nullable Instant instant(String text) {
        return text.equals(NO_VALUE) ? null : Instant.parse(text);
    }

    private byte[] check(byte[] place) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(place), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : quoted(value.toString());
    }

    private static String sorted(Set<?> values) {
        TreeSet<String> texts = new TreeSet<>();
        values.forEach(value -> texts.add(quoted(value.toString())));
        return String.join("\t", texts);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") + "\"";
    }
}
