package uk.smartenergy.incident.paper.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.paper.PaperEvent;
import uk.smartenergy.incident.api.paper.PaperEvent.DetailsGiven;
import uk.smartenergy.incident.api.paper.PaperEvent.FrozenFigure;
import uk.smartenergy.incident.api.paper.PaperEvent.PaperIssued;
import uk.smartenergy.incident.api.paper.PaperEvent.TextWithdrawn;
import uk.smartenergy.incident.api.paper.PaperEvent.TextWritten;
import uk.smartenergy.incident.api.paper.PaperId;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;

/** What is stored of papers, for ever: see the Incident's test of the same kind. */
class ApprovedPaperEventsTest {
    private static final PaperId PAPER = new PaperId("PAPER-OPS-GROUP-2018-09");
    private static final Instant AT = Instant.parse("2018-10-05T09:00:00Z");

    private final ApprovedEvents approved = new ApprovedEvents(PaperWriteConfiguration.names());

    static List<PaperEvent> events() {
        return List.of(
                new TextWritten(
                        PAPER, AT, PaperSection.MAJOR_INCIDENT, "Amendments are awaited.", Classification.WHITE),
                new TextWithdrawn(PAPER, AT, PaperSection.MAJOR_INCIDENT),
                new DetailsGiven(PAPER, AT, "SECP_61_1210_19", "SECAS", null),
                new PaperIssued(
                        PAPER,
                        AT,
                        1,
                        AT,
                        AT,
                        "SECP_61_1210_19",
                        Classification.WHITE,
                        List.of(
                                new FrozenFigure("dcc-reporting.RDP.2018-08.stillOpen", BigDecimal.valueOf(4), "four"),
                                new FrozenFigure("dcc-reporting.CSR.2018-08.actual", null, "no figure submitted"))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(PaperEvent event) throws IOException {
        approved.check(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), PaperEvent.class);
    }
}
