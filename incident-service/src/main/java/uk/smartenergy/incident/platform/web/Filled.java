package uk.smartenergy.incident.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Form} with what a request said in it. */
public final class Filled {
    private final Map<Field<?>, Object> values;

    Filled(Map<Field<?>, Object> values) {
        this.values = values;
    }

    /** The value of a field; {@code null} if it was not given. */
    @SuppressWarnings("unchecked")
    public <T extends Object> @Nullable T get(Field<T> field) {
        return (T) values.get(field);
    }

    /** The value of a field that must be given. */
    public <T extends Object> T need(Field<T> field) {
        T value = get(field);
        if (value == null) {
            throw new NoSuchElementException("Field " + field.name() + " was not required by its form");
        }
        return value;
    }

    /** The value of a field, or what stands for it. */
    public <T extends Object> T or(Field<T> field, T instead) {
        T value = get(field);
        return value == null ? instead : value;
    }

    /** The list of a field; empty if it was not given. */
    public <T extends Object> List<T> all(Field<List<T>> field) {
        List<T> value = get(field);
        return value == null ? List.of() : value;
    }

    /** The same as a set. */
    public <T extends Object> Set<T> set(Field<List<T>> field) {
        return Set.copyOf((Collection<T>) all(field));
    }

    public boolean has(Field<?> field) {
        return values.containsKey(field);
    }
}
