package uk.smartenergy.incident.platform.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The logical names and revisions under which payloads are stored, such as {@code incident.IncidentRaised} revision
 * {@code 1}, and the classes they stand for in this release. What is not listed can be neither written nor read.
 *
 * <p>A name is for ever. A class may be renamed or moved freely; when its stored form changes, its revision is raised
 * and an upcaster added. Aggregates that are snapshotted are listed as well.
 */
public final class EventNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z][A-Za-z0-9-]*)+");

    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<Class<?>, Entry> byType = new HashMap<>();

    private EventNames(Collection<Entry> entries) {
        for (Entry entry : entries) {
            Entry sameName = byName.put(entry.name(), entry);
            Entry sameType = byType.put(entry.type(), entry);
            if (sameName != null && !sameName.equals(entry)) {
                throw new IllegalArgumentException("The name [" + entry.name() + "] is given twice, to "
                        + sameName.type().getName() + " and " + entry.type().getName());
            }
            if (sameType != null && !sameType.equals(entry)) {
                throw new IllegalArgumentException(entry.type().getName() + " has two names, [" + sameType.name()
                        + "] and [" + entry.name() + "]");
            }
        }
    }

    /**
     * A name for a class.
     *
     * @param name at least two words joined by dots, the first of them usually the stream's; never that of a class
     * @param revision of the stored form that the class stands for
     * @param type the class in this release
     */
    public record Entry(String name, String revision, Class<?> type) {
        public Entry {
            if (!NAME.matcher(name).matches() || name.equals(type.getName())) {
                throw new IllegalArgumentException("[" + name + "] is no logical name for " + type.getName());
            }
            if (revision.isBlank()) {
                throw new IllegalArgumentException("[" + name + "] needs a revision");
            }
        }

        /** A name for a class that says its revision itself. */
        public static Entry of(String name, Class<?> type) {
            Revision revision = type.getAnnotation(Revision.class);
            if (revision == null) {
                throw new IllegalArgumentException(type.getName() + " has no @Revision");
            }
            return new Entry(name, revision.value(), type);
        }
    }

    /** The registry of these names. A name, or a class, that occurs twice is refused. */
    public static EventNames of(Collection<Entry> entries) {
        return new EventNames(entries);
    }

    /** The registry of these names. A name, or a class, that occurs twice is refused. */
    public static EventNames of(Entry... entries) {
        return of(List.of(entries));
    }

    /** The names of both. */
    public EventNames and(EventNames other) {
        List<Entry> both = new ArrayList<>(byName.values());
        both.addAll(other.byName.values());
        return new EventNames(both);
    }

    /** All there are, in no particular order. */
    public Collection<Entry> entries() {
        return List.copyOf(byName.values());
    }

    @Nullable
    Entry forName(String name) {
        return byName.get(name);
    }

    @Nullable
    Entry forType(Class<?> type) {
        return byType.get(type);
    }
}
