package uk.smartenergy.incident.api.regulatory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * Something that somebody is to do about a report.
 *
 * @param id such as {@code REG-PMR-2018-07-A1}
 * @param challenge the challenge that it came of; {@code null}: of none
 * @param dueAt the last instant of the due date
 * @param firstDueOn the due date that was set first
 * @param slips every time that the due date was moved
 * @param answer what came of it; {@code null} until it is done
 */
public record ActionView(
        String id,
        String report,
        ReportPeriod period,
        @Nullable String challenge,
        String text,
        String owner,
        State state,
        Instant raisedAt,
        @Nullable String raisedBy,
        LocalDate dueOn,
        Instant dueAt,
        LocalDate firstDueOn,
        int workingDaysOverdue,
        List<Slip> slips,
        List<Note> reports,
        @Nullable String answer,
        @Nullable Instant completedAt,
        @Nullable String completedBy,
        Classification classification,
        long version) {
    public ActionView {
        slips = List.copyOf(slips);
        reports = List.copyOf(reports);
    }

    /** An action has exactly one of these. */
    public enum State {
        /** Not done, and its due date is not over. */
        OPEN,
        /** Not done, and its due date is over. */
        OVERDUE,
        DONE
    }

    public record Slip(
            LocalDate from,
            LocalDate to,
            String reason,
            Instant at,
            @Nullable String by) {}

    /** What the owner reported back. */
    public record Note(String text, Instant at, @Nullable String by) {}
}
