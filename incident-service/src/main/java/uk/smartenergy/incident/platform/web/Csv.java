package uk.smartenergy.incident.platform.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A table to be answered as CSV (RFC 4180), written row by row. The columns are the names of the JSON, dotted where nested; the elements of a list
 * are parted by semicolons. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @param columns the record of which every row is one
 */
public record Csv(Class<? extends Record> columns, Iterable<? extends Record> rows) {
    public static final MediaType TYPE = new MediaType("text", "csv");
    public static final String TYPE_VALUE = "text/csv";

    static final MediaType WITH_CHARSET = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    /** Writes tables. */
    static final class Converter extends AbstractHttpMessageConverter<Csv> {
        private static final CsvMapper CSV = CsvMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                .build();

        private final JsonMapper json;

        Converter(JsonMapper json) {
            super(TYPE);
            this.json = json;
        }

        @Override
        protected boolean supports(Class<?> type) {
            return type == Csv.class;
        }

        @Override
        public boolean canRead(Class<?> type, @Nullable MediaType media) {
            return false;
        }

        @Override
        protected Csv readInternal(Class<? extends Csv> type, HttpInputMessage input) {
            throw new UnsupportedOperationException("Tables are only written");
        }

        @Override
        protected void writeInternal(Csv table, HttpOutputMessage output) throws IOException {
            output.getHeaders().setContentType(WITH_CHARSET);
            write(table, output.getBody());
        }

        void write(Csv table, OutputStream output) {
            List<String> names = names("", table.columns());
            CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
            names.forEach(schema::addColumn);
            try (SequenceWriter writer = CSV.writer(schema.build()).writeValues(output)) {
                if (!table.rows().iterator().hasNext()) {
                    writer.flush();
                    output.write((String.join(",", names) + "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    return;
                }
                for (Record row : table.rows()) {
                    JsonNode tree = json.valueToTree(row);
                    writer.write(
                            names.stream().map(name -> cell(at(tree, name))).toArray(String[]::new));
                }
            } catch (IOException gone) {
                throw new java.io.UncheckedIOException(gone);
            }
        }

        private static JsonNode at(JsonNode tree, String name) {
            JsonNode node = tree;
            for (String part : name.split("\\.")) {
                node = node.path(part);
            }
            return node;
        }

        private static String cell(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return "";
            }
            if (node.isArray()) {
                return harmless(node.values().stream()
                        .map(element -> element.isString() ? element.stringValue() : element.toString())
                        .collect(Collectors.joining(";")));
            }
            return node.isString() ? harmless(node.stringValue()) : node.toString();
        }

        private static String harmless(String text) {
            return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }

        private static List<String> names(String prefix, Class<?> type) {
            List<String> names = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                if (isNested(component.getType())) {
                    names.addAll(names(prefix + component.getName() + ".", component.getType()));
                } else {
                    names.add(prefix + component.getName());
                }
            }
            return names;
        }

        private static boolean isNested(Class<?> type) {
            return type.isRecord()
                    && Arrays.stream(type.getDeclaredMethods())
                            .noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
        }
    }
}
