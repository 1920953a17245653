package uk.smartenergy.incident.platform.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** Which reports are owed after a Major Incident, by when and with what in them. */
public record MajorIncidentReportRules(Editions<Map<ReportKind, MajorIncidentReportRules.Rule>> editions) {

    /**
     * @param workingDays after the day on which the Incident was resolved
     * @param required parts without which it is not submitted, in their order
     */
    public record Rule(String clause, int workingDays, List<ReportPart> required) {
        public Rule {
            required = List.copyOf(required);
        }
    }

    /** The rule for an Incident that was resolved that day. */
    public Rule on(LocalDate day, ReportKind kind) {
        Rule rule = editions.on(day).get(kind);
        if (rule == null) {
            throw new IllegalStateException("No edition lacks a kind of report");
        }
        return rule;
    }

    /** {@code major-incident-reports.yaml}. */
    static final class File implements RulesFile<MajorIncidentReportRules> {
        @Override
        public String name() {
            return "major-incident-reports.yaml";
        }

        @Override
        public Class<MajorIncidentReportRules> type() {
            return MajorIncidentReportRules.class;
        }

        @Override
        public Optional<MajorIncidentReportRules> read(DataReader reader, DataNode root, Vocabulary vocabulary) {
            return Editions.read(reader, root, new String[] {"reports"}, group -> edition(reader, group))
                    .map(MajorIncidentReportRules::new);
        }

        private static Optional<Map<ReportKind, Rule>> edition(DataReader reader, Fields group) {
            Map<ReportKind, Rule> rules = new EnumMap<>(ReportKind.class);
            for (DataNode node : reader.items(group, "reports")) {
                Fields entry = reader.fields(node, "kind", "clause", "workingDays", "required");
                Optional<ReportKind> kind =
                        reader.required(entry, "kind").flatMap(value -> reader.choice(value, ReportKind.class));
                Optional<String> clause = reader.text(entry, "clause");
                Optional<Integer> days =
                        reader.required(entry, "workingDays").flatMap(value -> reader.number(value, 1, 250));
                if (kind.isEmpty() || clause.isEmpty() || days.isEmpty()) {
                    continue;
                }
                Rule rule = new Rule(clause.get(), days.get(), parts(reader, entry, kind.get()));
                if (rules.put(kind.get(), rule) != null) {
                    reader.fault(entry, kind.get() + " stands here twice");
                }
            }
            if (rules.size() < ReportKind.values().length) {
                reader.fault(group, "an edition needs a rule for each of SUMMARY, REVIEW");
                return Optional.empty();
            }
            return Optional.of(rules);
        }

        private static List<ReportPart> parts(DataReader reader, Fields entry, ReportKind kind) {
            List<ReportPart> parts = new ArrayList<>();
            for (DataNode node : reader.items(entry, "required")) {
                Optional<String> name = reader.text(node);
                name.flatMap(ReportPart::find)
                        .filter(part -> kind.parts().contains(part))
                        .ifPresentOrElse(parts::add, () -> {
                            if (name.isPresent()) {
                                reader.fault(node, kind + " has no part " + name.get());
                            }
                        });
            }
            return parts;
        }
    }
}
