package uk.smartenergy.incident.regulatory.read.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.regulatory.ReportState;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * When a report falls due, and how it stands by that. A time that is prescribed runs to the end of its day in London. A Working Day that has begun
 * counts, and what comes after the due date is at least one Working Day late, also on a Saturday.
 *
 * @param dueOn {@code null}: no time is prescribed
 * @param workingDays late or overdue; 0 if neither
 */
record Timing(@Nullable LocalDate dueOn, @Nullable Instant dueAt, ReportState state, int workingDays) {
    static final Timing NOTHING = new Timing(null, null, ReportState.NOTHING_DUE, 0);

    /** @param received first; {@code null}: not by then */
    static Timing of(
            ReportDefinition report, ReportPeriod period, @Nullable Instant received, Instant asOf, WorkingDays days) {
        LocalDate dueOn = dueOn(report, period, days);
        if (dueOn == null) {
            boolean customary = report.customary()
                    && received != null
                    && !received.isAfter(endOf(period.next().lastDay()));
            return new Timing(null, null, customary ? ReportState.ON_TIME : ReportState.NO_TIME_PRESCRIBED, 0);
        }
        Instant dueAt = endOf(dueOn);
        Instant until = received == null ? asOf : received;
        boolean inTime = !until.isAfter(dueAt);
        ReportState state = received == null
                ? inTime ? ReportState.DUE : ReportState.OVERDUE
                : inTime ? ReportState.ON_TIME : ReportState.LATE;
        return new Timing(dueOn, dueAt, state, inTime ? 0 : Math.max(1, days.workingDaysAfter(dueOn, dayOf(until))));
    }

    static @Nullable LocalDate dueOn(ReportDefinition report, ReportPeriod period, WorkingDays days) {
        Integer count = report.workingDays();
        return count == null ? null : days.plusWorkingDays(period.lastDay(), count);
    }

    int late() {
        return state == ReportState.LATE ? workingDays : 0;
    }

    int overdue() {
        return state == ReportState.OVERDUE ? workingDays : 0;
    }

    /** As the paper has it. */
    String words() {
        return switch (state) {
            case ON_TIME -> "On time";
            case LATE -> workingDays == 1 ? "One Working Day late" : workingDays + " Working Days late";
            case OVERDUE -> "Overdue by " + (workingDays == 1 ? "one Working Day" : workingDays + " Working Days");
            case DUE -> "Due by the end of " + dueOn;
            case NO_TIME_PRESCRIBED -> "No time prescribed";
            case NOTHING_DUE -> "Nothing to review this month";
        };
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingDays.LONDON);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkingDays.LONDON).toInstant();
    }

    /** The last instant of a day. */
    static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusNanos(1);
    }
}
