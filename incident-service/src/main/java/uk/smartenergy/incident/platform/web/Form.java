package uk.smartenergy.incident.platform.web;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields that a request may have. From the same form a body or query string is read and the published description is made, so that the two
 * cannot disagree. It collects all faults; fields that it does not know are ignored. It is not for rules between things: those are the domain's.
 *
 * @param name of its schema in the published description
 */
public record Form(String name, List<Field<?>> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    public static Form of(String name, Field<?>... fields) {
        return new Form(name, List.of(fields));
    }

    /** This form with these fields as well. */
    public Form and(Field<?>... more) {
        List<Field<?>> all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return new Form(name, all);
    }

    /** Reads an object; what is wrong goes to the reading's faults, and the answer then lacks it. */
    public Filled read(JsonNode object, String pointer, Reading reading) {
        Map<Field<?>, Object> values = new IdentityHashMap<>();
        if (!object.isObject()) {
            reading.faults().add(pointer, "must be an object");
            return new Filled(values);
        }
        for (Field<?> field : fields) {
            JsonNode node = object.get(field.name());
            String at = pointer + "/" + field.name();
            if (node == null || node.isNull() || (node.isString() && isBlank(node.stringValue()))) {
                boolean meant = node != null && !node.isNull() && !reading.textual() && !field.isPlainText();
                if (field.required() || meant) {
                    reading.faults().add(at, node == null || node.isNull() ? "is required" : "must not be blank");
                }
                continue;
            }
            Object value = field.reader().read(node, at, reading);
            if (value != null) {
                values.put(field, value);
            }
        }
        return new Filled(values);
    }

    /** Reads an object, and ends the request with 400 if anything is wrong. */
    public Filled read(JsonNode object, Reading reading) {
        Filled filled = read(object, "", reading);
        reading.faults().refuseIfAny();
        return filled;
    }

    boolean needsNothing() {
        return fields.stream().noneMatch(Field::required);
    }

    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field<?> field : fields) {
            Map<String, Object> property = new LinkedHashMap<>(field.schema());
            property.put("description", field.description());
            properties.put(field.name(), property);
            if (field.required()) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /** What may be sent as it is; {@code null} if no field has an example. */
    @Nullable
    Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            if (field.example() != null) {
                example.put(field.name(), field.example());
            }
        }
        return example.isEmpty() ? null : example;
    }

    private static boolean isBlank(String text) {
        // Unicode has more blanks than String.isBlank() knows, such as the no-break space.
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
