package uk.smartenergy.incident.api.regulatory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that the DCC owes the Panel, as the reference data has it.
 *
 * @param clauses of the SEC
 * @param dueRule when it falls due, in words
 * @param workingDays the Working Day after the end of the period by whose end it is due; {@code null}: no time is prescribed
 * @param customary whether it is expected, though not prescribed, within the month after its period
 * @param lastPeriodEndsBefore periods that end then or later need no report; {@code null}: all do
 * @param figures what it carries
 */
public record ReportDefinition(
        String code,
        String name,
        List<String> clauses,
        ReportFrequency frequency,
        String dueRule,
        @Nullable Integer workingDays,
        boolean customary,
        @Nullable LocalDate lastPeriodEndsBefore,
        List<Figures> figures) {

    /** The kinds of figures. */
    public enum Figures {
        MEASURES,
        VOLUMES,
        RDP_INCIDENTS
    }

    public ReportDefinition {
        clauses = List.copyOf(clauses);
        figures = List.copyOf(figures);
    }

    public boolean timePrescribed() {
        return workingDays != null;
    }

    /** Whether it is owed for that period. */
    public boolean covers(ReportPeriod period) {
        return period.frequency() == frequency
                && (lastPeriodEndsBefore == null || period.lastDay().isBefore(lastPeriodEndsBefore));
    }
}
