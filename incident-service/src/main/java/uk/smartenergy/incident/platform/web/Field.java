package uk.smartenergy.incident.platform.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * One field of a {@link Form}: its name, how it is read, and how it is described. A value that cannot be read becomes a {@link Fault}, never an
 * exception, so that all faults of a request are told at once.
 *
 * @param description for the published description; a sentence
 * @param schema the JSON Schema of it
 * @param example one that works when sent; {@code null}: left out of examples
 */
public record Field<T extends Object>(
        String name,
        String description,
        boolean required,
        Map<String, Object> schema,
        @Nullable Object example,
        Reader<T> reader) {

    /** Turns a value that is there into what it means, or adds a fault and answers {@code null}. */
    @FunctionalInterface
    public interface Reader<T extends Object> {
        @Nullable
        T read(JsonNode value, String pointer, Reading reading);
    }

    private static final int MOST_DIGITS = 40;
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    /** Whether any text will do, so that a blank one says no more than none; an instant or a number that is blank is a mistake. */
    boolean isPlainText() {
        return "string".equals(schema.get("type")) && !schema.containsKey("format") && !schema.containsKey("enum");
    }

    /** The same, but it must be given. */
    public Field<T> must() {
        return new Field<>(name, description, true, schema, example, reader);
    }

    /** The same with an example. */
    public Field<T> eg(Object value) {
        return new Field<>(name, description, required, schema, value, reader);
    }

    /** The same with another meaning. */
    public <R extends Object> Field<R> map(Function<T, R> meaning) {
        return new Field<>(name, description, required, schema, example, (value, pointer, reading) -> {
            T read = reader.read(value, pointer, reading);
            return read == null ? null : meaning.apply(read);
        });
    }

    /** The same, where not every value means something. @param wrong what is said of one that does not */
    public <R extends Object> Field<R> mapIf(Function<T, Optional<R>> meaning, String wrong) {
        return new Field<>(name, description, required, schema, example, (value, pointer, reading) -> {
            T read = reader.read(value, pointer, reading);
            R found = read == null ? null : meaning.apply(read).orElse(null);
            if (read != null && found == null) {
                reading.faults().add(pointer, wrong);
            }
            return found;
        });
    }

    /** Text of one or more lines. */
    public static Field<String> text(String name, int longest, String description) {
        return ofText(name, longest, description, true);
    }

    /** Text on one line, without blanks around it: names and references. */
    public static Field<String> line(String name, int longest, String description) {
        return ofText(name, longest, description, false).map(String::strip);
    }

    private static Field<String> ofText(String name, int longest, String description, boolean lines) {
        return new Field<>(
                name,
                description,
                false,
                schema("type", "string", "minLength", 1, "maxLength", longest),
                null,
                (value, pointer, reading) -> {
                    String text = string(value, pointer, reading);
                    if (text == null) {
                        return null;
                    }
                    if (text.codePointCount(0, text.length()) > longest) {
                        reading.faults().add(pointer, "must have at most %,d characters".formatted(longest));
                        return null;
                    }
                    String wrong = Texts.wrongWith(text, lines);
                    if (wrong != null) {
                        reading.faults().add(pointer, wrong);
                        return null;
                    }
                    return text;
                });
    }

    /** A whole number. */
    public static Field<Integer> integer(String name, int least, int most, String description) {
        String range = most == Integer.MAX_VALUE
                ? "must be a whole number from %d".formatted(least)
                : "must be a whole number from %d to %d".formatted(least, most);
        Map<String, Object> schema = schema("type", "integer", "minimum", least, "maximum", most);
        return new Field<>(name, description, false, schema, null, (value, pointer, reading) -> {
            Integer number = null;
            if (value.isIntegralNumber() && value.canConvertToInt()) {
                number = value.intValue();
            } else if (reading.textual()
                    && value.isString()
                    && value.stringValue().strip().matches("-?\\d{1,9}")) {
                number = Integer.valueOf(value.stringValue().strip());
            }
            if (number == null || number < least || number > most) {
                reading.faults().add(pointer, range);
                return null;
            }
            return number;
        });
    }

    /** A number with at most so many decimals, exactly as it is written. */
    public static Field<BigDecimal> decimal(
            String name, BigDecimal least, BigDecimal most, int decimals, String description) {
        String kind = decimals == 0 ? "a whole number" : "a number with at most %d decimals".formatted(decimals);
        String wrong = "must be %s from %s to %s".formatted(kind, least.toPlainString(), most.toPlainString());
        Map<String, Object> schema =
                schema("type", decimals == 0 ? "integer" : "number", "minimum", least, "maximum", most);
        return new Field<>(name, description, false, schema, null, (value, pointer, reading) -> {
            BigDecimal number = numberIn(value, reading);
            if (number == null
                    || number.compareTo(least) < 0
                    || number.compareTo(most) > 0
                    || number.stripTrailingZeros().scale() > decimals) {
                reading.faults().add(pointer, wrong);
                return null;
            }
            BigDecimal plain = number.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        });
    }

    private static @Nullable BigDecimal numberIn(JsonNode value, Reading reading) {
        String text = value.isNumber()
                ? value.asString()
                : reading.textual() && value.isString() ? value.stringValue().strip() : "";
        try {
            BigDecimal number = new BigDecimal(text);
            // More digits than any figure has; and 1E999999999 would take long to compare.
            return Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS ? null : number;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** True or false. */
    public static Field<Boolean> flag(String name, String description) {
        return new Field<>(name, description, false, schema("type", "boolean"), null, (value, pointer, reading) -> {
            if (value.isBoolean()) {
                return value.booleanValue();
            }
            String text =
                    reading.textual() && value.isString() ? value.stringValue().strip() : "";
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                return Boolean.valueOf(text);
            }
            reading.faults().add(pointer, "must be true or false");
            return null;
        });
    }

    /** One of the names of an enumeration. */
    public static <E extends Enum<E>> Field<E> choice(String name, Class<E> type, String description) {
        return choice(name, List.of(type.getEnumConstants()), Enum::name, description);
    }

    /** One of these, by its name. */
    public static <E extends Object> Field<E> choice(
            String name, List<E> choices, Function<E, String> naming, String description) {
        Map<String, E> byName = new LinkedHashMap<>();
        choices.forEach(choice -> byName.put(naming.apply(choice), choice));
        String wrong = "must be one of " + String.join(", ", byName.keySet());
        Map<String, Object> schema = schema("type", "string", "enum", List.copyOf(byName.keySet()));
        return new Field<>(name, description, false, schema, null, (value, pointer, reading) -> {
            E choice = value.isString() ? byName.get(value.stringValue().strip()) : null;
            if (choice == null) {
                reading.faults().add(pointer, wrong);
            }
            return choice;
        });
    }

    /** A word of the reference data, in whichever way it is spelt. @param known the words there are */
    public static Field<String> word(
            String name,
            Function<String, Optional<String>> canonical,
            Supplier<? extends Iterable<String>> known,
            String description) {
        return new Field<>(
                name,
                description,
                false,
                schema("type", "string", "examples", known),
                null,
                (value, pointer, reading) -> {
                    String word = value.isString()
                            ? canonical.apply(value.stringValue()).orElse(null)
                            : null;
                    if (word == null) {
                        reading.faults().add(pointer, "must be one of " + String.join(", ", known.get()));
                    }
                    return word;
                });
    }

    /** An instant with offset. */
    public static Field<Instant> instant(String name, String description) {
        return ofTime(
                name,
                description,
                Times::instant,
                "date-time",
                "must be an instant with offset between 1990 and 2200, such as 2018-10-05T09:30:00Z");
    }

    /** An instant that is not later than now: when something happened. */
    public static Field<Instant> past(String name, String description) {
        Field<Instant> instant = instant(name, description);
        return new Field<>(name, description, false, instant.schema(), null, (value, pointer, reading) -> {
            Instant read = instant.reader().read(value, pointer, reading);
            if (read != null && read.isAfter(reading.now())) {
                reading.faults().add(pointer, "must not be later than now");
                return null;
            }
            return read;
        });
    }

    /** An instant, or a date whose end is meant. */
    public static Field<Instant> endingAt(String name, String description) {
        return ofTime(
                name,
                description + " An instant with offset, or a date, which means its end in Europe/London.",
                Times::endingAt,
                null,
                "must be an instant with offset such as 2018-10-05T09:30:00Z, or a date such as 2018-10-05");
    }

    /** An instant, or a date whose beginning is meant. */
    public static Field<Instant> startingAt(String name, String description) {
        return ofTime(
                name,
                description + " An instant with offset, or a date, which means its beginning in Europe/London.",
                Times::startingAt,
                null,
                "must be an instant with offset such as 2018-10-05T09:30:00Z, or a date such as 2018-10-05");
    }

    /** A day. */
    public static Field<LocalDate> date(String name, String description) {
        return ofTime(
                name,
                description,
                text -> parsed(text, LocalDate::parse).filter(date -> date.getYear() >= 1990 && date.getYear() < 2200),
                "date",
                "must be a date such as 2018-10-05");
    }

    /** A month. */
    public static Field<YearMonth> month(String name, String description) {
        return ofTime(
                name,
                description,
                text -> parsed(text, YearMonth::parse)
                        .filter(month -> month.getYear() >= 1990 && month.getYear() < 2200),
                null,
                "must be a month such as 2018-08");
    }

    /** A span of calendar time. */
    public static Field<Period> period(String name, String description) {
        return ofTime(
                name,
                description,
                text -> parsed(text, Period::parse)
                        .filter(period -> !period.isNegative() && period.toTotalMonths() <= 1200)
                        .filter(period -> period.getDays() <= 36_600),
                null,
                "must be a period of years, months, weeks and days, such as P1M");
    }

    private static <T extends Object> Field<T> ofTime(
            String name,
            String description,
            Function<String, Optional<T>> parser,
            @Nullable String format,
            String wrong) {
        Map<String, Object> schema =
                format == null ? schema("type", "string") : schema("type", "string", "format", format);
        return new Field<>(name, description, false, schema, null, (value, pointer, reading) -> {
            T time =
                    value.isString() ? parser.apply(value.stringValue().strip()).orElse(null) : null;
            if (time == null) {
                reading.faults().add(pointer, wrong);
            }
            return time;
        });
    }

    /** A list, without repetitions. */
    public static <T extends Object> Field<List<T>> list(Field<T> item, int most) {
        Map<String, Object> schema = schema("type", "array", "maxItems", most, "items", item.schema());
        return new Field<>(item.name(), item.description(), false, schema, null, (value, pointer, reading) -> {
            List<JsonNode> nodes = elements(value, reading);
            if (nodes == null) {
                reading.faults().add(pointer, "must be a list");
                return null;
            }
            if (nodes.size() > most) {
                reading.faults().add(pointer, "must have at most %d elements".formatted(most));
                return null;
            }
            List<T> read = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                T element = item.reader().read(nodes.get(i), reading.textual() ? pointer : pointer + "/" + i, reading);
                if (element != null && !read.contains(element)) {
                    read.add(element);
                }
            }
            return read;
        });
    }

    private static @Nullable List<JsonNode> elements(JsonNode value, Reading reading) {
        if (!reading.textual()) {
            return value.isArray() ? List.copyOf(value.values()) : null;
        }
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode part : value.isArray() ? List.copyOf(value.values()) : List.of(value)) {
            if (!part.isString()) {
                return null;
            }
            // A comma within a name is written with a backslash before it.
            Arrays.stream(COMMA.split(part.stringValue()))
                    .map(text -> text.replace("\\,", ",").strip())
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> all.add(StringNode.valueOf(text)));
        }
        return all;
    }

    /** A form within a form. */
    public static Field<Filled> form(String name, Form form, String description) {
        return new Field<>(name, description, false, form.schema(), form.example(), form::read);
    }

    /** A form within a form that means one thing; it is missing, and a fault is noted already, where the meaning is empty. */
    public static <R extends Object> Field<R> form(
            String name, Form form, String description, Function<Filled, Optional<R>> meaning) {
        return new Field<>(
                name,
                description,
                false,
                form.schema(),
                form.example(),
                (value, pointer, reading) ->
                        meaning.apply(form.read(value, pointer, reading)).orElse(null));
    }

    private static @Nullable String string(JsonNode value, String pointer, Reading reading) {
        if (!value.isString()) {
            reading.faults().add(pointer, "must be text");
            return null;
        }
        return value.stringValue();
    }

    private static <T extends Object> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException | ArithmeticException unparsable) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> schema(Object... keysAndValues) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            schema.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return schema;
    }
}
