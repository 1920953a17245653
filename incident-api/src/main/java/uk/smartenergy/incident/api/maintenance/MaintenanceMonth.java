package uk.smartenergy.incident.api.maintenance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Planned Maintenance of a month, against its limits: all of it that the viewer may see.
 *
 * @param noticeDue the last day on which the month's windows could be scheduled
 * @param note that the limits are defaults
 * @param hours by group of services
 * @param findings by code, also those that were not found
 * @param windows that lie in the month in part, in the order of their beginnings
 * @param exceptionRequests of these windows, and all that were requested, looked at or decided in the month
 */
public record MaintenanceMonth(
        YearMonth month,
        Instant asOf,
        Instant knownAt,
        LocalDate noticeDue,
        int noticeWorkingDays,
        String clause,
        String note,
        List<HoursUsed> hours,
        List<FindingCount> findings,
        List<WindowView> windows,
        List<ExceptionRequestView> exceptionRequests) {
    public MaintenanceMonth {
        hours = List.copyOf(hours);
        findings = List.copyOf(findings);
        windows = List.copyOf(windows);
        exceptionRequests = List.copyOf(exceptionRequests);
    }

    /**
     * The hours of a group of services in a month. Time of several windows counts once.
     *
     * @param group the group's name. @param services empty: all
     * @param usedMinutes with those that are excepted
     * @param exceptedMinutes that only excepted windows use
     * @param countedMinutes those against the limit
     * @param overMinutes by how much the limit is exceeded; 0 if it is not
     * @param windows that use them
     * @param providers how much of it is whose; time of several providers is each one's
     */
    public record HoursUsed(
            String group,
            List<String> services,
            String clause,
            long limitMinutes,
            long usedMinutes,
            long exceptedMinutes,
            long countedMinutes,
            long overMinutes,
            boolean exceeded,
            List<WindowId> windows,
            List<ProviderHours> providers) {
        public HoursUsed {
            services = List.copyOf(services);
            windows = List.copyOf(windows);
            providers = List.copyOf(providers);
        }
    }

    public record ProviderHours(String provider, long usedMinutes, long exceptedMinutes, List<WindowId> windows) {
        public ProviderHours {
            windows = List.copyOf(windows);
        }
    }

    /** @param count of windows that have it. @param excepted of those, the ones that the Panel excepted. @param windows which */
    public record FindingCount(Limit code, long count, long excepted, List<WindowId> windows) {
        public FindingCount {
            windows = List.copyOf(windows);
        }
    }
}
