package uk.smartenergy.incident.platform.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** Reads the files that are lists of names with their aliases: the vocabulary, the escalation levels, the parties. */
final class NamesReader {
    private NamesReader() {}

    static Vocabulary vocabulary(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "services", "businessProcesses", "regions");
        return new Vocabulary(
                names(reader, fields, "services"),
                names(reader, fields, "businessProcesses"),
                names(reader, fields, "regions"));
    }

    static EscalationLevels levels(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "levels");
        Names names = new Names();
        List<EscalationLevels.Level> levels = new ArrayList<>();
        for (DataNode node : reader.items(fields, "levels")) {
            Fields entry = reader.fields(node, "code", "name", "aliases");
            Optional<String> code = reader.text(entry, "code");
            Optional<String> name = reader.text(entry, "name");
            if (code.isPresent() && name.isPresent()) {
                levels.add(new EscalationLevels.Level(code.get(), name.get()));
                addAll(reader, entry, names, code.get());
                add(reader, entry, names, code.get(), name.get());
            }
        }
        if (names.all().size() < levels.size()) {
            reader.fault(fields, "two levels have the same code");
        }
        return new EscalationLevels(levels, names);
    }

    static Parties parties(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "parties");
        Names names = new Names();
        Map<String, Parties.Party> byName = new HashMap<>();
        for (DataNode node : reader.items(fields, "parties")) {
            Fields entry = reader.fields(node, "name", "kind", "category", "aliases");
            Optional<String> name = reader.text(entry, "name");
            Optional<ResolverKind> kind =
                    reader.required(entry, "kind").flatMap(value -> reader.choice(value, ResolverKind.class));
            Optional<String> category = reader.text(entry, "category");
            if (name.isPresent() && kind.isPresent() && category.isPresent()) {
                if (byName.put(name.get(), new Parties.Party(name.get(), kind.get(), category.get())) != null) {
                    reader.fault(entry, name.get() + " stands here twice");
                }
                addAll(reader, entry, names, name.get());
            }
        }
        return new Parties(names, byName);
    }

    private static Names names(DataReader reader, Fields fields, String key) {
        Names names = new Names();
        for (DataNode node : reader.items(fields, key)) {
            Fields entry = reader.fields(node, "name", "aliases");
            reader.text(entry, "name").ifPresent(name -> addAll(reader, entry, names, name));
        }
        return names;
    }

    private static void addAll(DataReader reader, Fields entry, Names names, String name) {
        add(reader, entry, names, name, name);
        reader.optional(entry, "aliases")
                .ifPresent(aliases -> reader.items(aliases)
                        .forEach(alias -> reader.text(alias).ifPresent(text -> add(reader, alias, names, name, text))));
    }

    private static void add(DataReader reader, DataNode where, Names names, String name, String alias) {
        if (!names.add(name, alias)) {
            reader.fault(where, alias + " means " + names.find(alias).orElse("nothing") + " already");
        }
    }
}
