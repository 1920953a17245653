package uk.smartenergy.incident.platform.reference;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The limits of Planned Maintenance (SEC Section H8), which change from a day on. */
public record MaintenanceRules(Editions<Edition> editions) {

    public Edition on(LocalDate day) {
        return editions.on(day);
    }

    /**
     * @param clause where the Code says when it may be, and for how long
     * @param permittedFrom the time of day in Europe/London from which on it is permitted
     * @param permittedTo until which; on the next day if it is not later
     * @param noticeWorkingDays how many Working Days before the month it must be scheduled
     * @param noticeClause where the Code says so
     * @param monthlyHours by group of services
     * @param longestDays a window is no longer
     * @param incidentsAfter for how long after a window Incidents may still come from it
     */
    public record Edition(
            String clause,
            LocalTime permittedFrom,
            LocalTime permittedTo,
            int noticeWorkingDays,
            String noticeClause,
            List<MonthlyHours> monthlyHours,
            int longestDays,
            Duration incidentsAfter) {
        public Edition {
            monthlyHours = List.copyOf(monthlyHours);
        }
    }

    /**
     * How many hours a month are allowed.
     *
     * @param name of the group
     * @param services the windows that affect any one of these use the hours; empty: all windows do
     */
    public record MonthlyHours(String name, List<String> services, int hours, String clause) {
        public MonthlyHours {
            services = List.copyOf(services);
        }

        /** Whether a window that affects these services uses the hours. */
        public boolean holds(List<String> affected) {
            return services.isEmpty() || affected.stream().anyMatch(services::contains);
        }
    }
}
