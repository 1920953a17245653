package uk.smartenergy.incident.platform.reference;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;
import uk.smartenergy.incident.platform.reference.MaintenanceRules.Edition;
import uk.smartenergy.incident.platform.reference.MaintenanceRules.MonthlyHours;

/** Reads {@code planned-maintenance.yaml}. */
final class MaintenanceRulesFile implements RulesFile<MaintenanceRules> {
    private static final int MOST_WORKING_DAYS = 250;
    private static final int MOST_HOURS = 744;
    private static final int MOST_DAYS = 366;
    private static final int MOST_HOURS_AFTER = 168;
    private static final String[] KNOWN = {
        "clause",
        "permittedFrom",
        "permittedTo",
        "noticeWorkingDays",
        "noticeClause",
        "monthlyHours",
        "longestDays",
        "incidentHoursAfter"
    };

    @Override
    public String name() {
        return "planned-maintenance.yaml";
    }

    @Override
    public Class<MaintenanceRules> type() {
        return MaintenanceRules.class;
    }

    @Override
    public Optional<MaintenanceRules> read(DataReader reader, DataNode root, Vocabulary vocabulary) {
        return Editions.read(reader, root, KNOWN, fields -> edition(reader, fields, vocabulary))
                .map(MaintenanceRules::new);
    }

    private static Optional<Edition> edition(DataReader reader, Fields fields, Vocabulary vocabulary) {
        Optional<String> clause = reader.text(fields, "clause");
        Optional<LocalTime> from = time(reader, fields, "permittedFrom");
        Optional<LocalTime> to = time(reader, fields, "permittedTo");
        Optional<Integer> notice = number(reader, fields, "noticeWorkingDays", MOST_WORKING_DAYS);
        Optional<String> noticeClause = reader.text(fields, "noticeClause");
        List<MonthlyHours> hours = new ArrayList<>();
        reader.items(fields, "monthlyHours")
                .forEach(node -> hours(reader, node, vocabulary).ifPresent(hours::add));
        Optional<Integer> longest = number(reader, fields, "longestDays", MOST_DAYS);
        Optional<Integer> after = number(reader, fields, "incidentHoursAfter", MOST_HOURS_AFTER);
        return clause.isPresent()
                        && from.isPresent()
                        && to.isPresent()
                        && notice.isPresent()
                        && noticeClause.isPresent()
                        && longest.isPresent()
                        && after.isPresent()
                ? Optional.of(new Edition(
                        clause.get(),
                        from.get(),
                        to.get(),
                        notice.get(),
                        noticeClause.get(),
                        hours,
                        longest.get(),
                        Duration.ofHours(after.get())))
                : Optional.empty();
    }

    private static Optional<MonthlyHours> hours(DataReader reader, DataNode node, Vocabulary vocabulary) {
        Fields group = reader.fields(node, "name", "services", "hours", "clause");
        Optional<String> name = reader.text(group, "name");
        List<String> services = new ArrayList<>();
        reader.optional(group, "services")
                .ifPresent(list -> reader.items(list)
                        .forEach(item -> reader.text(item)
                                .ifPresent(text -> vocabulary
                                        .service(text)
                                        .ifPresentOrElse(
                                                services::add,
                                                () -> reader.fault(item, "there is no service " + text)))));
        Optional<Integer> hours = number(reader, group, "hours", MOST_HOURS);
        Optional<String> clause = reader.text(group, "clause");
        return name.isPresent() && hours.isPresent() && clause.isPresent()
                ? Optional.of(new MonthlyHours(name.get(), services, hours.get(), clause.get()))
                : Optional.empty();
    }

    private static Optional<Integer> number(DataReader reader, Fields fields, String key, int most) {
        return reader.required(fields, key).flatMap(node -> reader.number(node, 0, most));
    }

    private static Optional<LocalTime> time(DataReader reader, Fields fields, String key) {
        return reader.required(fields, key)
                .flatMap(node -> reader.text(node).flatMap(text -> {
                    try {
                        return Optional.of(LocalTime.parse(text));
                    } catch (DateTimeException notOne) {
                        reader.fault(node, "expected a time of day such as 20:00, found " + node.kind());
                        return Optional.empty();
                    }
                }));
    }
}
