package uk.smartenergy.incident.api.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found about a window.
 *
 * @param code what
 * @param sentence for a person, with the figures
 * @param clause where the Code says so; {@code null} for what is no limit
 * @param figures those that belong to its code
 * @param excepted whether the Panel granted an exception that covers the window as it stands
 * @param exception the number of the window's request that was granted
 */
public record Finding(
        Limit code,
        String sentence,
        @Nullable String clause,
        Figures figures,
        boolean excepted,
        @Nullable Integer exception) {

    /**
     * @param minutesOutside the permitted hours; time that really passes, also where clocks change
     * @param month whose hours are exceeded, or before which notice was due; in Europe/London
     * @param group the services whose hours they are
     * @param usedMinutes of the month and group, excepted ones included; time of several windows counts once
     * @param exceptedMinutes of those, the ones that only excepted windows use
     * @param limitMinutes of the month and group
     * @param overMinutes by how much the limit is exceeded
     * @param windows that use the hours
     * @param givenOn the day on which notice of the time was given, in Europe/London
     * @param latestDay the last day on which it could be given
     * @param workingDaysOfNotice the Working Days from the day of notice until the month begins
     * @param overlaps the other windows at the same time
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Figures(
            @Nullable Long minutesOutside,
            @Nullable YearMonth month,
            @Nullable String group,
            @Nullable Long usedMinutes,
            @Nullable Long exceptedMinutes,
            @Nullable Long limitMinutes,
            @Nullable Long overMinutes,
            List<WindowId> windows,
            @Nullable LocalDate givenOn,
            @Nullable LocalDate latestDay,
            @Nullable Integer workingDaysOfNotice,
            List<Overlap> overlaps) {
        public Figures {
            windows = List.copyOf(windows);
            overlaps = List.copyOf(overlaps);
        }

        public static Figures outside(long minutes) {
            return new Figures(minutes, null, null, null, null, null, null, List.of(), null, null, null, List.of());
        }

        public static Figures hours(
                YearMonth month, String group, long used, long excepted, long limit, long over, List<WindowId> by) {
            return new Figures(null, month, group, used, excepted, limit, over, by, null, null, null, List.of());
        }

        public static Figures notice(YearMonth month, LocalDate givenOn, LocalDate latestDay, int workingDays) {
            return new Figures(
                    null, month, null, null, null, null, null, List.of(), givenOn, latestDay, workingDays, List.of());
        }

        public static Figures overlapping(List<Overlap> others) {
            return new Figures(null, null, null, null, null, null, null, List.of(), null, null, null, others);
        }
    }

    /** @param sharedServices affected by both. @param sharedRegions affected by both; what is GB-wide is everywhere */
    public record Overlap(
            WindowId window, String provider, long minutes, List<String> sharedServices, List<String> sharedRegions) {
        public Overlap {
            sharedServices = List.copyOf(sharedServices);
            sharedRegions = List.copyOf(sharedRegions);
        }
    }
}
