package uk.smartenergy.incident.majorincident.write;

import static uk.smartenergy.incident.majorincident.write.Samples.*;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;

class ApprovedMajorIncidentEventsTest {
    private final ApprovedEvents approved = new ApprovedEvents(MajorIncidentEventNamesConfiguration.names());

    static List<MajorIncidentReportEvent> events() {
        return List.of(
                new ReportVersionWritten(
                        INCIDENT,
                        ReportKind.SUMMARY,
                        WRITTEN,
                        1,
                        written(ReportKind.SUMMARY, 1).parts(),
                        List.of(REDACTION),
                        "First",
                        Classification.AMBER),
                new ReportRedacted(INCIDENT, ReportKind.SUMMARY, SUBMITTED, 1, List.of(REDACTION)),
                submitted(ReportKind.SUMMARY, 1),
                commented(1),
                requested(1, 1),
                amended(1, 2, 1),
                agreed(ReportKind.REVIEW, 2),
                new ReportsPublished(INCIDENT, NOW, 2, 1, Classification.GREEN));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(MajorIncidentReportEvent event) throws IOException {
        approved.check(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), MajorIncidentReportEvent.class);
    }
}
