package uk.smartenergy.incident.platform.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;
import uk.smartenergy.incident.platform.reference.DataNode.Items;
import uk.smartenergy.incident.platform.reference.DataNode.Scalar;

/**
 * Reads the nodes of one file or body into values. A fault is noted with its place, and reading goes on, so that all faults come out at once.
 */
final class DataReader {

    /** Whoever is told what is wrong where. */
    interface Faults {
        void add(String where, String what);

        /** @param where of the group of fields that lacks it */
        default void missing(String where, String field) {
            add(where, field + " is missing");
        }
    }

    private static final int LONGEST = 4_000;

    private final Faults faults;
    private int count;

    private DataReader(Faults faults) {
        this.faults = faults;
    }

    /** For a file, whose faults are told as {@code file:line: what is wrong}. */
    static DataReader ofFile(String file, List<String> faults) {
        return new DataReader((line, what) -> faults.add(file + ":" + line + ": " + what));
    }

    /** For a body, whose faults are told by JSON Pointer; what is missing is pointed at itself. */
    static DataReader ofBody(BiConsumer<String, String> faults) {
        return new DataReader(new Faults() {
            @Override
            public void add(String where, String what) {
                faults.accept(where, what);
            }

            @Override
            public void missing(String where, String field) {
                faults.accept(where + "/" + field, "is required");
            }
        });
    }

    /** How many faults there were up to now. */
    int found() {
        return count;
    }

    void fault(DataNode where, String what) {
        count++;
        faults.add(where.where(), what);
    }

    /** The fields of a node, all of which must be among those known. */
    Fields fields(DataNode node, String... known) {
        if (!(node instanceof Fields fields)) {
            fault(node, "expected the fields " + String.join(", ", known) + ", found " + node.kind());
            return new Fields(node.where(), Map.of(), List.of());
        }
        fields.twice().forEach(key -> fault(key, key.text() + " stands here twice"));
        fields.fields().forEach((key, value) -> {
            if (!Set.of(known).contains(key)) {
                fault(value, "there is no field " + key + "; known are " + String.join(", ", known));
            }
        });
        return fields;
    }

    Optional<DataNode> optional(Fields fields, String key) {
        return Optional.ofNullable(fields.fields().get(key))
                .filter(node -> !(node instanceof Scalar scalar && scalar.text().isEmpty()));
    }

    Optional<DataNode> required(Fields fields, String key) {
        Optional<DataNode> found = optional(fields, key);
        if (found.isEmpty()) {
            count++;
            faults.missing(fields.where(), key);
        }
        return found;
    }

    Optional<String> text(DataNode node) {
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            if (scalar.text().length() > LONGEST || scalar.text().chars().anyMatch(DataReader::isControl)) {
                fault(node, "expected at most " + LONGEST + " characters without control characters");
                return Optional.empty();
            }
            return Optional.of(scalar.text().strip());
        }
        fault(node, "expected a text, found " + node.kind());
        return Optional.empty();
    }

    Optional<String> text(Fields fields, String key) {
        return required(fields, key).flatMap(this::text);
    }

    Optional<Integer> number(DataNode node, int least, int most) {
        Optional<Integer> number = text(node).flatMap(text -> {
            try {
                return Optional.of(Integer.valueOf(text));
            } catch (NumberFormatException notOne) {
                return Optional.of(Integer.MIN_VALUE);
            }
        });
        if (number.filter(n -> n < least || n > most).isPresent()) {
            fault(node, "expected a number from " + least + " to " + most + ", found " + node.kind());
            return Optional.empty();
        }
        return number;
    }

    Optional<Boolean> truth(DataNode node) {
        if (node instanceof Scalar scalar && Set.of("true", "false").contains(scalar.text())) {
            return Optional.of(Boolean.valueOf(scalar.text()));
        }
        fault(node, "expected true or false, found " + node.kind());
        return Optional.empty();
    }

    Optional<LocalDate> date(DataNode node) {
        return text(node).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException notOne) {
                fault(node, "expected a date such as 2018-08-27, found " + node.kind());
                return Optional.empty();
            }
        });
    }

    <E extends Enum<E>> Optional<E> choice(DataNode node, Class<E> type) {
        return text(node).flatMap(text -> {
            Optional<E> found = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (found.isEmpty()) {
                String all = Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name())
                        .collect(Collectors.joining(", "));
                fault(node, "expected one of " + all + ", found " + node.kind());
            }
            return found;
        });
    }

    /** The items of a list; a single thing counts as a list of one. */
    List<DataNode> items(DataNode node) {
        return node instanceof Items list ? list.items() : List.of(node);
    }

    List<DataNode> items(Fields fields, String key) {
        return required(fields, key).map(this::items).orElse(List.of());
    }

    List<LocalDate> dates(Fields fields, String key) {
        List<LocalDate> dates = new ArrayList<>();
        optional(fields, key)
                .ifPresent(list -> items(list).forEach(item -> date(item).ifPresent(dates::add)));
        return dates;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
