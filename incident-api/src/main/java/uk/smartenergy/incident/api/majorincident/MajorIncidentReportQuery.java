package uk.smartenergy.incident.api.majorincident;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * What can be asked about Major Incident reports. Those of an Incident are AMBER, or RED as it is; what was published is seen by everybody, in the
 * redacted variant. What the viewer may not see is as if it did not exist.
 */
public sealed interface MajorIncidentReportQuery<R> extends Query<R> {

    /** In the order of the days on which they are due, those that are not owed last. */
    record FindMajorIncidentReports(Viewer viewer, Moment moment, ReportFilter filter)
            implements MajorIncidentReportQuery<List<MajorIncidentReportView>> {}

    /** @param redacted whether the variant for everybody is wanted, by somebody who may see the other */
    record GetMajorIncidentReport(Viewer viewer, Moment moment, IncidentId incident, ReportKind kind, boolean redacted)
            implements MajorIncidentReportQuery<Optional<MajorIncidentReportDetail>> {}

    /** @param version {@code null}: the last, or in the variant for everybody the published one */
    record GetReportText(
            Viewer viewer,
            Moment moment,
            IncidentId incident,
            ReportKind kind,
            @Nullable Integer version,
            boolean redacted)
            implements MajorIncidentReportQuery<Optional<ReportText>> {}

    record GetReportDifferences(
            Viewer viewer, Moment moment, IncidentId incident, ReportKind kind, int from, int to, boolean redacted)
            implements MajorIncidentReportQuery<Optional<ReportDifferences>> {}

    /** Only for those who see more than what is published. */
    record GetReportDraft(Viewer viewer, Moment moment, IncidentId incident, ReportKind kind)
            implements MajorIncidentReportQuery<Optional<ReportDraft>> {}
}
