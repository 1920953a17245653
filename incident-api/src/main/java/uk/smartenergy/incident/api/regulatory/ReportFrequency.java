package uk.smartenergy.incident.api.regulatory;

import java.time.LocalDate;

/** How often a report is owed. */
public enum ReportFrequency {
    MONTHLY(1, "month"),
    QUARTERLY(3, "quarter");

    private final int months;
    private final String period;

    ReportFrequency(int months, String period) {
        this.months = months;
        this.period = period;
    }

    public int months() {
        return months;
    }

    /** What a period of it is called. */
    public String period() {
        return period;
    }

    /** The period that a day lies in. */
    public ReportPeriod periodOf(LocalDate day) {
        return new ReportPeriod(
                this == MONTHLY
                        ? "%04d-%02d".formatted(day.getYear(), day.getMonthValue())
                        : "%04d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3));
    }
}
