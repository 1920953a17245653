package uk.smartenergy.incident.platform.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.ReportFrequency;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** The reports that the DCC owes the Panel, and when each falls due. */
public record RegulatoryReportRules(Editions<RegulatoryReportRules.Rules> editions) {

    /** The ways to say when a report falls due. */
    enum Due {
        WORKING_DAYS,
        REASONABLE_PERIOD,
        NOT_PRESCRIBED
    }

    /**
     * @param actionWorkingDays after which an action falls due that is raised without a date
     * @param overdueMonths for how long a report that never came is told in later months
     * @param outageCategories whose Incidents count as outages
     * @param reports in the order in which they are reviewed
     */
    public record Rules(
            int actionWorkingDays, int overdueMonths, Set<Category> outageCategories, List<ReportDefinition> reports) {
        public Rules {
            outageCategories = Set.copyOf(outageCategories);
            reports = List.copyOf(reports);
        }

        /** The report with this code. */
        public Optional<ReportDefinition> find(String code) {
            return reports.stream().filter(report -> report.code().equals(code)).findFirst();
        }
    }

    /** The edition of that day. */
    public Rules on(LocalDate day) {
        return editions.on(day);
    }

    /** The report for that period, by the edition of its last day; empty if there is none or it is not owed for that period. */
    public Optional<ReportDefinition> find(String code, ReportPeriod period) {
        return on(period.lastDay()).find(code).filter(report -> report.covers(period));
    }

    /** The report with this code in the last edition that has it. */
    public Optional<ReportDefinition> find(String code) {
        return editions.byDay().descendingMap().values().stream()
                .flatMap(rules -> rules.find(code).stream())
                .findFirst();
    }

    /** {@code regulatory-reports.yaml}. */
    static final class File implements RulesFile<RegulatoryReportRules> {
        private static final String[] EDITION = {"actionWorkingDays", "overdueMonths", "outageCategories", "reports"};
        private static final String[] REPORT = {
            "code", "name", "clauses", "frequency", "due", "workingDays", "customary", "lastPeriodEndsBefore", "figures"
        };

        @Override
        public String name() {
            return "regulatory-reports.yaml";
        }

        @Override
        public Class<RegulatoryReportRules> type() {
            return RegulatoryReportRules.class;
        }

        @Override
        public Optional<RegulatoryReportRules> read(DataReader reader, DataNode root, Vocabulary vocabulary) {
            return Editions.read(reader, root, EDITION, group -> edition(reader, group))
                    .map(RegulatoryReportRules::new);
        }

        private static Optional<Rules> edition(DataReader reader, Fields group) {
            int before = reader.found();
            Optional<Integer> days =
                    reader.required(group, "actionWorkingDays").flatMap(node -> reader.number(node, 1, 250));
            Optional<Integer> months =
                    reader.required(group, "overdueMonths").flatMap(node -> reader.number(node, 1, 240));
            Set<Category> outages = EnumSet.noneOf(Category.class);
            reader.items(group, "outageCategories")
                    .forEach(node -> reader.number(node, 1, 5).map(Category::of).ifPresent(outages::add));
            List<ReportDefinition> reports = new ArrayList<>();
            for (DataNode node : reader.items(group, "reports")) {
                Fields entry = reader.fields(node, REPORT);
                report(reader, entry).ifPresent(report -> {
                    if (reports.stream().anyMatch(other -> other.code().equals(report.code()))) {
                        reader.fault(entry, report.code() + " stands here twice");
                    }
                    reports.add(report);
                });
            }
            return reader.found() > before || days.isEmpty() || months.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Rules(days.get(), months.get(), outages, reports));
        }

        private static Optional<ReportDefinition> report(DataReader reader, Fields entry) {
            Optional<String> code = reader.text(entry, "code");
            code.filter(text -> !RegisterRecord.isCode(text))
                    .ifPresent(
                            text -> reader.fault(entry, "a code is 2 to 10 capital letters and digits, found " + text));
            Optional<String> name = reader.text(entry, "name");
            List<String> clauses = reader.items(entry, "clauses").stream()
                    .flatMap(node -> reader.text(node).stream())
                    .toList();
            Optional<ReportFrequency> frequency =
                    reader.required(entry, "frequency").flatMap(node -> reader.choice(node, ReportFrequency.class));
            Optional<Due> due = reader.required(entry, "due").flatMap(node -> reader.choice(node, Due.class));
            Optional<Integer> days = reader.optional(entry, "workingDays").flatMap(node -> reader.number(node, 1, 250));
            boolean customary =
                    reader.optional(entry, "customary").flatMap(reader::truth).orElse(false);
            if (due.isPresent() && days.isPresent() != (due.get() == Due.WORKING_DAYS)) {
                reader.fault(entry, "workingDays stands beside due: WORKING_DAYS, and only there");
            }
            if (customary
                    && (days.isPresent()
                            || frequency.filter(ReportFrequency.MONTHLY::equals).isEmpty())) {
                reader.fault(entry, "customary is for monthly reports without workingDays");
            }
            if (code.filter(RegisterRecord::isCode).isEmpty()
                    || name.isEmpty()
                    || frequency.isEmpty()
                    || due.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new ReportDefinition(
                    code.get(),
                    name.get(),
                    clauses,
                    frequency.get(),
                    inWords(frequency.get(), due.get(), days.orElse(0)),
                    days.orElse(null),
                    customary,
                    reader.optional(entry, "lastPeriodEndsBefore")
                            .flatMap(reader::date)
                            .orElse(null),
                    figures(reader, entry)));
        }

        private static List<ReportDefinition.Figures> figures(DataReader reader, Fields entry) {
            return reader.optional(entry, "figures").map(reader::items).orElse(List.of()).stream()
                    .flatMap(node -> reader.choice(node, ReportDefinition.Figures.class).stream())
                    .toList();
        }

        private static String inWords(ReportFrequency frequency, Due due, int days) {
            return switch (due) {
                case WORKING_DAYS ->
                    "By the end of the %d%s Working Day after the end of the %s"
                            .formatted(days, ordinal(days), frequency.period());
                case REASONABLE_PERIOD -> "Within a reasonable period after the end of the " + frequency.period();
                case NOT_PRESCRIBED ->
                    (frequency == ReportFrequency.MONTHLY ? "Monthly" : "Quarterly") + ", timing not specified";
            };
        }

        private static String ordinal(int number) {
            if (number / 10 % 10 == 1) {
                return "th";
            }
            return switch (number % 10) {
                case 1 -> "st";
                case 2 -> "nd";
                case 3 -> "rd";
                default -> "th";
            };
        }
    }
}
