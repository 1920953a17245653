package uk.smartenergy.incident.incident.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.platform.web.Problem;

/**
 * CSV with a header of names, dotted where nested, in any order and case. Empty cells say nothing. Lists are separated by semicolons or bars. Columns
 * that are not known are left out.
 */
final class CsvFile implements ImportFile {
    private static final String REFERENCE = "externalReference";
    private static final List<String> NEEDED = List.of(REFERENCE, "at", "action");
    private static final Set<String> LISTS = Set.of("services", "businessProcesses", "relatedIncidents");

    private final CsvRows rows;
    private final List<String[]> columns = new ArrayList<>();
    private final int referenceColumn;

    /**
     * Reads the header.
     *
     * @param known the dotted names of all fields there are
     * @throws Problem 400 if there is no header, or one that lacks a column without which no line could be read
     */
    CsvFile(InputStream in, Set<String> known) throws IOException {
        rows = new CsvRows(in);
        CsvRows.Row header = rows.next();
        if (header == null) {
            throw Problem.unreadable("The file is empty; its first line must name the columns");
        }
        if (header.fault() != null) {
            throw Problem.unreadable("The first line must name the columns, and cannot be read: " + header.detail());
        }
        Set<String> seen = new HashSet<>();
        for (String cell : header.fields()) {
            String name = spelt(cell.strip(), known);
            if (!name.isEmpty() && !seen.add(name)) {
                throw Problem.unreadable("The column %s is there twice".formatted(LineObjects.shown(name)));
            }
            columns.add(known.contains(name) ? name.split("\\.") : new String[0]);
        }
        List<String> missing =
                NEEDED.stream().filter(name -> !seen.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw Problem.unreadable("The first line must name the columns; it lacks " + String.join(", ", missing));
        }
        referenceColumn = header.fields().stream()
                .map(cell -> spelt(cell.strip(), known))
                .toList()
                .indexOf(REFERENCE);
    }

    private static String spelt(String name, Set<String> known) {
        return known.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean textual() {
        return true;
    }

    @Override
    public @Nullable ImportRecord next() throws IOException {
        CsvRows.Row row = rows.next();
        return row == null ? null : record(row);
    }

    private ImportRecord record(CsvRows.Row row) {
        ImportCode fault = row.fault();
        if (fault != null) {
            return new ImportRecord.Unreadable(row.line(), reference(row), fault, String.valueOf(row.detail()));
        }
        int cells = row.fields().size();
        if (cells < columns.size() && !row.ended()) {
            return malformed(row, "The last row breaks off after %d of %d columns".formatted(cells, columns.size()));
        }
        if (row.fields().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
            return malformed(row, "The row has %d columns, the header %d".formatted(cells, columns.size()));
        }
        return new ImportRecord.Readable(row.line(), object(row.fields()), row.size());
    }

    private ImportRecord malformed(CsvRows.Row row, String detail) {
        return new ImportRecord.Unreadable(row.line(), reference(row), ImportCode.MALFORMED, detail);
    }

    private @Nullable String reference(CsvRows.Row row) {
        String cell = referenceColumn < row.fields().size()
                ? row.fields().get(referenceColumn).strip()
                : "";
        return cell.isEmpty() ? null : LineObjects.shown(cell);
    }

    private ObjectNode object(List<String> cells) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String[] path = columns.get(i);
            if (path.length > 0 && !cells.get(i).isBlank()) {
                put(object, path, cells.get(i));
            }
        }
        return object;
    }

    private static void put(ObjectNode object, String[] path, String cell) {
        ObjectNode target = object;
        for (int i = 0; i < path.length - 1; i++) {
            target = target.withObjectProperty(path[i]);
        }
        String name = path[path.length - 1];
        if (!LISTS.contains(name)) {
            target.put(name, cell);
            return;
        }
        ArrayNode list = target.putArray(name);
        for (String element : cell.split("[;|]")) {
            if (!element.isBlank()) {
                // A comma within an element is none that separates.
                list.add(element.strip().replace(",", "\\,"));
            }
        }
    }
}
