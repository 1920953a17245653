package uk.smartenergy.incident.platform.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** Reads the Code Performance Measures on Incidents. */
final class MeasuresReader {
    private MeasuresReader() {}

    static List<PerformanceMeasure> measures(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "measures");
        List<PerformanceMeasure> measures = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Set<Category> taken = EnumSet.noneOf(Category.class);
        for (DataNode node : reader.items(fields, "measures")) {
            Fields entry = reader.fields(node, "code", "name", "clause", "categories", "target", "minimum");
            Optional<String> code = reader.text(entry, "code");
            Optional<String> name = reader.text(entry, "name");
            Optional<String> clause = reader.text(entry, "clause");
            Set<Category> categories = categories(reader, entry, taken);
            Optional<Integer> target = reader.required(entry, "target").flatMap(share -> reader.number(share, 0, 100));
            Optional<Integer> minimum =
                    reader.required(entry, "minimum").flatMap(share -> reader.number(share, 0, 100));
            code.filter(known -> !codes.add(known))
                    .ifPresent(known -> reader.fault(entry, "two measures are called " + known));
            if (code.isEmpty()
                    || name.isEmpty()
                    || clause.isEmpty()
                    || categories.isEmpty()
                    || target.isEmpty()
                    || minimum.isEmpty()) {
                continue;
            }
            if (minimum.get() > target.get()) {
                reader.fault(entry, "the minimum " + minimum.get() + " is above the target " + target.get());
            } else {
                measures.add(new PerformanceMeasure(
                        code.get(), name.get(), clause.get(), categories, target.get(), minimum.get()));
            }
        }
        return measures;
    }

    private static Set<Category> categories(DataReader reader, Fields entry, Set<Category> taken) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        Optional<DataNode> listed = reader.required(entry, "categories");
        List<DataNode> items = listed.map(reader::items).orElse(List.of());
        for (DataNode node : items) {
            reader.number(node, 1, 5).map(Category::of).ifPresent(category -> {
                categories.add(category);
                if (!taken.add(category)) {
                    reader.fault(node, "Category " + category.number() + " is measured already");
                }
            });
        }
        if (listed.isPresent() && items.isEmpty()) {
            reader.fault(entry, "a measure needs categories");
        }
        return categories;
    }
}
