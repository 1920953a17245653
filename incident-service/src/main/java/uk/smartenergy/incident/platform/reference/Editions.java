package uk.smartenergy.incident.platform.reference;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/**
 * Rules that change from a day on: each edition holds until the next. Days are Europe/London's.
 *
 * @param byDay never empty
 */
public record Editions<T>(NavigableMap<LocalDate, T> byDay) {
    public Editions {
        if (byDay.isEmpty()) {
            throw new IllegalArgumentException("There must be an edition");
        }
        byDay = Collections.unmodifiableNavigableMap(new TreeMap<>(byDay));
    }

    /** The edition of that day; before the first one, the first. */
    public T on(LocalDate day) {
        Map.Entry<LocalDate, T> found = byDay.floorEntry(day);
        return found == null ? byDay.firstEntry().getValue() : found.getValue();
    }

    /**
     * Reads the list {@code editions} of a file: groups of fields with {@code from}, a day, and the fields of the edition.
     *
     * @param known the names of the edition's fields
     * @param edition empty if a fault was noted
     */
    static <T extends Object> Optional<Editions<T>> read(
            DataReader reader, DataNode root, String[] known, Function<Fields, Optional<T>> edition) {
        Fields fields = reader.fields(root, "note", "editions");
        NavigableMap<LocalDate, T> found = new TreeMap<>();
        int before = reader.found();
        String[] all = java.util.Arrays.copyOf(known, known.length + 1);
        all[known.length] = "from";
        for (DataNode node : reader.items(fields, "editions")) {
            Fields group = reader.fields(node, all);
            Optional<LocalDate> from = reader.required(group, "from").flatMap(reader::date);
            Optional<T> read = edition.apply(group);
            if (from.isPresent() && read.isPresent() && found.put(from.get(), read.get()) != null) {
                reader.fault(node, "another edition holds from " + from.get() + " too");
            }
        }
        if (found.isEmpty() && reader.found() == before) {
            reader.fault(root, "there must be an edition");
        }
        return reader.found() > before ? Optional.empty() : Optional.of(new Editions<>(found));
    }
}
