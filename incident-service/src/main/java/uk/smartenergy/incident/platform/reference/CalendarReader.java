package uk.smartenergy.incident.platform.reference;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** Reads which days are Working Days, and how many of them there are to object to a resolution. */
final class CalendarReader {
    private CalendarReader() {}

    static WorkingDays workingDays(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "country", "region", "extraWorkingDays", "extraHolidays");
        Optional<String> country = reader.text(fields, "country");
        Optional<String> region = reader.text(fields, "region");
        Set<LocalDate> extraWorkingDays = new HashSet<>(reader.dates(fields, "extraWorkingDays"));
        Set<LocalDate> extraHolidays = new HashSet<>(reader.dates(fields, "extraHolidays"));
        extraWorkingDays.stream()
                .filter(extraHolidays::contains)
                .forEach(day -> reader.fault(fields, day + " cannot be both a Working Day and a holiday"));
        if (country.isEmpty() || region.isEmpty()) {
            return new WorkingDays(year -> Map.of(), extraWorkingDays, extraHolidays);
        }
        return new WorkingDays(
                publicHolidays(reader, fields, country.get(), region.get()), extraWorkingDays, extraHolidays);
    }

    private static IntFunction<Map<LocalDate, String>> publicHolidays(
            DataReader reader, Fields fields, String country, String region) {
        try {
            HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
            if (!manager.getCalendarHierarchy().getChildren().containsKey(region)) {
                reader.fault(fields, "there is no holiday calendar for the region " + region + " of " + country);
            }
            return year -> manager.getHolidays(Year.of(year), region).stream()
                    .collect(Collectors.toUnmodifiableMap(
                            holiday -> holiday.getDate(),
                            holiday -> holiday.getDescription(Locale.UK),
                            (one, other) -> one));
        } catch (RuntimeException unknown) {
            reader.fault(fields, "there is no holiday calendar for the country " + country);
            return year -> Map.of();
        }
    }

    static int daysToObject(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "workingDaysToObject");
        return reader.required(fields, "workingDaysToObject")
                .flatMap(node -> reader.number(node, 1, 250))
                .orElse(1);
    }
}
