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
import java.util.stream.Collectors;
import uk.smartenergy.incident.platform.reference.YamlNode.Fields;
import uk.smartenergy.incident.platform.reference.YamlNode.Items;
import uk.smartenergy.incident.platform.reference.YamlNode.Scalar;

/** Reads one file's nodes into values. A fault is noted with its line, and reading goes on, so that all faults come out at once. */
final class YamlReader {
    private final String file;
    private final List<String> faults;

    YamlReader(String file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    void fault(YamlNode where, String what) {
        faults.add(file + ":" + where.line() + ": " + what);
    }

    /** The fields of a node, all of which must be among those known. */
    Fields fields(YamlNode node, String... known) {
        if (!(node instanceof Fields fields)) {
            fault(node, "expected the fields " + String.join(", ", known) + ", found " + node.kind());
            return new Fields(node.line(), Map.of(), List.of());
        }
        fields.twice().forEach(key -> fault(key, key.text() + " stands here twice"));
        fields.fields().forEach((key, value) -> {
            if (!Set.of(known).contains(key)) {
                fault(value, "there is no field " + key + "; known are " + String.join(", ", known));
            }
        });
        return fields;
    }

    Optional<YamlNode> optional(Fields fields, String key) {
        return Optional.ofNullable(fields.fields().get(key))
                .filter(node -> !(node instanceof Scalar scalar && scalar.text().isEmpty()));
    }

    Optional<YamlNode> required(Fields fields, String key) {
        Optional<YamlNode> found = optional(fields, key);
        if (found.isEmpty()) {
            fault(fields, key + " is missing");
        }
        return found;
    }

    Optional<String> text(YamlNode node) {
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        fault(node, "expected a text, found " + node.kind());
        return Optional.empty();
    }

    Optional<String> text(Fields fields, String key) {
        return required(fields, key).flatMap(this::text);
    }

    Optional<Integer> number(YamlNode node, int least, int most) {
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

    Optional<Boolean> truth(YamlNode node) {
        if (node instanceof Scalar scalar && Set.of("true", "false").contains(scalar.text())) {
            return Optional.of(Boolean.valueOf(scalar.text()));
        }
        fault(node, "expected true or false, found " + node.kind());
        return Optional.empty();
    }

    Optional<LocalDate> date(YamlNode node) {
        return text(node).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException notOne) {
                fault(node, "expected a date such as 2018-08-27, found " + node.kind());
                return Optional.empty();
            }
        });
    }

    <E extends Enum<E>> Optional<E> choice(YamlNode node, Class<E> type) {
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
    List<YamlNode> items(YamlNode node) {
        return node instanceof Items list ? list.items() : List.of(node);
    }

    List<YamlNode> items(Fields fields, String key) {
        return required(fields, key).map(this::items).orElse(List.of());
    }

    List<LocalDate> dates(Fields fields, String key) {
        List<LocalDate> dates = new ArrayList<>();
        optional(fields, key)
                .ifPresent(list -> items(list).forEach(item -> date(item).ifPresent(dates::add)));
        return dates;
    }
}
