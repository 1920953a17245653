package uk.smartenergy.incident.api.majorincident;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * A Major Incident report in a list, whether it is only owed or there is one.
 *
 * @param summary of the Incident
 * @param owed whether the Incident is a Major Incident and is resolved; a report that is there stays although it is owed no more
 * @param incidentResolvedAt when it was last resolved; {@code null} while it is open
 * @param dueOn the last day on which it is in time; {@code null} unless owed
 * @param dueAt the end of that day in Europe/London
 * @param submittedAt when it was first submitted for that resolution, which decides whether it was in time
 * @param late whether it was submitted late, or is overdue
 * @param workingDaysLate how many Working Days after the day that it was due on; {@code null} unless late
 * @param timing the same in words
 * @param agreedAt when the version that was submitted last was agreed; {@code null} if that one is not agreed
 * @param agreedBy in whose name
 * @param publishedAt when it was last published
 * @param versionCount how many versions there are
 * @param feedbackCount how many comments there are
 * @param openAmendmentRequests how many are not answered
 * @param version as in the {@code ETag}; -1 before the first event
 */
public record MajorIncidentReportView(
        IncidentId incident,
        @Nullable String externalReference,
        String summary,
        ReportKind kind,
        MajorIncidentReportState state,
        boolean owed,
        @Nullable Instant incidentResolvedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable Instant submittedAt,
        boolean late,
        @Nullable Integer workingDaysLate,
        @Nullable String timing,
        @Nullable Instant agreedAt,
        @Nullable String agreedBy,
        @Nullable Instant publishedAt,
        int versionCount,
        int feedbackCount,
        int openAmendmentRequests,
        Classification classification,
        long version) {

    /** Whether it is owed, was due, and is not submitted. */
    public boolean isOverdue() {
        return owed && late && submittedAt == null;
    }

    /** Whether it waits for the Ops Group or for amendments. */
    public boolean isAwaitingAgreement() {
        return state == MajorIncidentReportState.SUBMITTED
                || state == MajorIncidentReportState.UNDER_REVIEW
                || state == MajorIncidentReportState.AMENDMENTS_REQUESTED;
    }
}
