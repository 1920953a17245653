package uk.smartenergy.incident.platform.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** Reads the templates of updates to Interested Parties. */
final class TemplatesReader {
    private TemplatesReader() {}

    static CommunicationTemplates templates(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "templates");
        List<CommunicationTemplates.Template> all = new ArrayList<>();
        Map<Category, CommunicationTemplates.Template> byCategory = new EnumMap<>(Category.class);
        for (DataNode node : reader.items(fields, "templates")) {
            Fields entry =
                    reader.fields(node, "code", "name", "categories", "required", "incomplete", "subject", "text");
            List<Category> categories = categories(reader, entry);
            template(reader, entry).ifPresent(template -> {
                if (all.stream().anyMatch(other -> other.code().equalsIgnoreCase(template.code()))) {
                    reader.fault(entry, "another template has the code " + template.code() + " already");
                }
                all.add(template);
                categories.forEach(category -> {
                    if (byCategory.put(category, template) != null) {
                        reader.fault(entry, "another template is for category " + category.number() + " already");
                    }
                });
            });
        }
        for (Category category : Category.values()) {
            if (!byCategory.containsKey(category)) {
                reader.fault(fields, "there is no template for category " + category.number());
            }
        }
        return new CommunicationTemplates(all, byCategory);
    }

    private static Optional<CommunicationTemplates.Template> template(DataReader reader, Fields entry) {
        Optional<String> code = reader.text(entry, "code");
        Optional<String> name = reader.text(entry, "name");
        Optional<String> subject = reader.text(entry, "subject");
        Optional<String> text = reader.text(entry, "text");
        List<CommunicationPart> required = new ArrayList<>();
        reader.optional(entry, "required")
                .ifPresent(list ->
                        reader.items(list).forEach(item -> part(reader, item).ifPresent(required::add)));
        CommunicationTemplates.Incomplete incomplete = reader.optional(entry, "incomplete")
                .flatMap(node -> reader.choice(node, CommunicationTemplates.Incomplete.class))
                .orElse(CommunicationTemplates.Incomplete.SHOWN);
        reader.optional(entry, "subject").ifPresent(node -> checkPlaceholders(reader, node));
        reader.optional(entry, "text").ifPresent(node -> checkPlaceholders(reader, node));
        return code.isEmpty() || name.isEmpty() || subject.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new CommunicationTemplates.Template(
                        code.get(), name.get(), subject.get(), text.get(), required, incomplete));
    }

    private static void checkPlaceholders(DataReader reader, DataNode node) {
        reader.text(node)
                .ifPresent(text -> CommunicationTemplates.PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !CommunicationTemplates.PLACEHOLDERS.contains(name))
                        .distinct()
                        .forEach(name -> reader.fault(
                                node,
                                "there is no placeholder {" + name + "}; known are "
                                        + CommunicationTemplates.PLACEHOLDERS.stream()
                                                .sorted()
                                                .collect(Collectors.joining(", ")))));
    }

    private static Optional<CommunicationPart> part(DataReader reader, DataNode node) {
        Optional<String> name = reader.text(node);
        Optional<CommunicationPart> part = name.flatMap(text -> Stream.of(CommunicationPart.values())
                .filter(one -> one.apiName().equals(text))
                .findFirst());
        if (name.isPresent() && part.isEmpty()) {
            reader.fault(
                    node,
                    "expected one of "
                            + Stream.of(CommunicationPart.values())
                                    .map(CommunicationPart::apiName)
                                    .collect(Collectors.joining(", "))
                            + ", found " + node.kind());
        }
        return part;
    }

    private static List<Category> categories(DataReader reader, Fields entry) {
        return reader.optional(entry, "categories").map(reader::items).orElse(List.of()).stream()
                .flatMap(node -> reader.number(node, 1, 5).stream())
                .map(Category::of)
                .toList();
    }
}
