package uk.smartenergy.incident.regulatory.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.regulatory.ChallengeKind;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.*;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.MeasureKey;
import uk.smartenergy.incident.api.regulatory.Submission.RdpCounts;
import uk.smartenergy.incident.api.regulatory.Submission.Volumes;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;

/** What is stored of the register, for ever: see the Incident's test of the same kind. */
class ApprovedRegulatoryEventsTest {
    private static final String RECORD = "REG-PMR-2018-07";
    private static final Instant AT = Instant.parse("2018-09-05T15:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2018, 10, 9);

    private final ApprovedEvents approved = new ApprovedEvents(RegulatoryEventNamesConfiguration.names());

    static List<RegulatoryEvent> events() {
        return List.of(
                new ReportSubmitted(
                        RECORD,
                        AT,
                        1,
                        new Submission(
                                List.of(new Measure(
                                        "CPM5",
                                        "Category 3, 4 and 5 Incidents resolved in time",
                                        new BigDecimal("88.1"),
                                        "%",
                                        new BigDecimal("90"),
                                        new BigDecimal("80"),
                                        false,
                                        "Ferries",
                                        "North",
                                        "CSP North")),
                                new Volumes(868_301L, 1_209_004L, "Fewer installations"),
                                new RdpCounts(7, 5, 1, 4, 4),
                                List.of("INC000000294975"),
                                "All above Target",
                                "PMR July 2018",
                                Classification.GREEN)),
                new MeasureExplained(RECORD, AT, 1, new MeasureKey("CPM5", "North", "CSP North"), "Ferries"),
                new ReportChallenged(
                        RECORD,
                        AT,
                        1,
                        ChallengeKind.OUTAGE_MISSING,
                        "Outages are missing",
                        "Operations Group",
                        List.of("X-1"),
                        1,
                        Classification.GREEN),
                new ActionRaised(RECORD, AT, 1, 1, "Report back", "DCC", DUE, Classification.GREEN),
                new ActionReported(RECORD, AT, 1, "Looking"),
                new ActionDueDateMoved(RECORD, AT, 1, DUE, "Late figures"),
                new ActionAssigned(RECORD, AT, 1, "CSP North"),
                new ActionCompleted(RECORD, AT, 1, "Corrected"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(RegulatoryEvent event) throws IOException {
        approved.check(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), RegulatoryEvent.class);
    }
}
