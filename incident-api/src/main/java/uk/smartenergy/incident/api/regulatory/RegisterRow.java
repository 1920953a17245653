package uk.smartenergy.incident.api.regulatory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.Submission.RdpCounts;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * A report for a period: when it is due, when it was received, and what is wrong with it.
 *
 * @param dueRule when it falls due, in words
 * @param period {@code null}: there is nothing to review
 * @param dueOn {@code null}: no time is prescribed
 * @param dueAt the last instant of that day
 * @param receivedOn when it was received first
 * @param timePrescribed whether the Code says when it is due
 * @param workingDaysLate how many Working Days after the due date it was received, at least 1; 0 unless it is late
 * @param workingDaysOverdue how many Working Days after the due date it is still missing, at least 1; 0 unless it is overdue
 * @param timing the state in words
 * @param figures of the last submission
 * @param own what the service's own records say; {@code null} if they say nothing of this report
 * @param submissions all of them, in the order in which they were received
 * @param classification of what this viewer sees of it
 * @param version as in the {@code ETag}; -1 if nothing is on record
 */
public record RegisterRow(
        String code,
        String name,
        List<String> clauses,
        ReportFrequency frequency,
        String dueRule,
        @Nullable ReportPeriod period,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable LocalDate receivedOn,
        @Nullable Instant receivedAt,
        ReportState state,
        boolean timePrescribed,
        int workingDaysLate,
        int workingDaysOverdue,
        String timing,
        @Nullable Figures figures,
        @Nullable OwnFigures own,
        List<Defect> defects,
        List<SubmissionView> submissions,
        List<ChallengeView> challenges,
        List<ActionView> actions,
        Classification classification,
        long version) {

    /** What is shown for a figure that was not given, or cannot be read in the copy received. */
    public static final String NO_FIGURE = "no figure submitted";

    public RegisterRow {
        clauses = List.copyOf(clauses);
        defects = List.copyOf(defects);
        submissions = List.copyOf(submissions);
        challenges = List.copyOf(challenges);
        actions = List.copyOf(actions);
    }

    /** @param volumes {@code null}: the report carries none. @param rdpIncidents likewise */
    public record Figures(
            List<MeasureFigure> measures,
            @Nullable VolumeFigures volumes,
            @Nullable RdpCounts rdpIncidents,
            List<String> incidents,
            @Nullable String summary,
            @Nullable String documentReference) {
        public Figures {
            measures = List.copyOf(measures);
            incidents = List.copyOf(incidents);
        }
    }

    /** How a value stands to its Target and Minimum. */
    public enum Standing {
        AT_OR_ABOVE_TARGET,
        BELOW_TARGET,
        BELOW_MINIMUM,
        NO_TARGET,
        NO_FIGURE
    }

    /**
     * @param shown the value as a person reads it
     * @param standing "below" is "worse than" where a lower value is better
     * @param explainedAt when the explanation was given; {@code null}: there is none
     */
    public record MeasureFigure(
            @Nullable String code,
            String name,
            @Nullable BigDecimal value,
            String unit,
            String shown,
            @Nullable BigDecimal target,
            @Nullable BigDecimal minimum,
            boolean lowerIsBetter,
            Standing standing,
            @Nullable String explanation,
            @Nullable Instant explainedAt,
            @Nullable String region,
            @Nullable String provider) {}

    /** @param percentOfForecast to two decimals; {@code null} if a figure is missing or nothing was forecast */
    public record VolumeFigures(
            @Nullable Long forecast,
            String forecastShown,
            @Nullable Long actual,
            String actualShown,
            @Nullable BigDecimal percentOfForecast,
            @Nullable String explanation) {}

    /**
     * What the service's own records say of the same period.
     *
     * @param asOf as the question was asked
     * @param measures empty unless the report has measures that the service reckons too
     */
    public record OwnFigures(
            Instant asOf,
            List<OwnMeasure> measures,
            @Nullable RdpCounts rdpIncidents,
            List<String> links) {
        public OwnFigures {
            measures = List.copyOf(measures);
            links = List.copyOf(links);
        }
    }

    /** @param percent {@code null} if nothing was measured */
    public record OwnMeasure(
            String code, String name, @Nullable BigDecimal percent, int target, int minimum) {}

    /** What is wrong with a submission. */
    public enum DefectCode {
        BELOW_TARGET_UNEXPLAINED,
        FIGURE_MISSING,
        FIGURES_DIFFER_FROM_RECORD
    }

    /**
     * @param figure which figure, such as a measure's name
     * @param sentence for a person
     * @param submitted the figure as submitted; {@code null}: none was
     * @param expected the Target, or the service's own figure; {@code null}: none
     * @param belowMinimum whether it is worse than its Minimum too
     */
    public record Defect(
            DefectCode code,
            String figure,
            String sentence,
            @Nullable BigDecimal submitted,
            @Nullable BigDecimal expected,
            boolean belowMinimum) {}

    /**
     * @param id of the record that holds it, and its number there: {@code REG-PMR-2018-07-S1}
     * @param version 1 for the first received, 2 for its first correction, and so on
     */
    public record SubmissionView(
            String id,
            String report,
            ReportPeriod period,
            int version,
            Instant receivedAt,
            Instant recordedAt,
            @Nullable String recordedBy,
            Submission submission) {}
}
