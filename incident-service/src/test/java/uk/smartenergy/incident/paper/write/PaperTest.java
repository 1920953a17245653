package uk.smartenergy.incident.paper.write;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.paper.PaperCommand.GiveDetails;
import uk.smartenergy.incident.api.paper.PaperCommand.IssuePaper;
import uk.smartenergy.incident.api.paper.PaperCommand.WriteText;
import uk.smartenergy.incident.api.paper.PaperEvent.DetailsGiven;
import uk.smartenergy.incident.api.paper.PaperEvent.FrozenFigure;
import uk.smartenergy.incident.api.paper.PaperEvent.PaperIssued;
import uk.smartenergy.incident.api.paper.PaperEvent.TextWithdrawn;
import uk.smartenergy.incident.api.paper.PaperEvent.TextWritten;
import uk.smartenergy.incident.api.paper.PaperId;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;

class PaperTest {
    private static final PaperId PAPER = new PaperId("PAPER-OPS-GROUP-2018-09");
    private static final Instant AT = Instant.parse("2018-10-05T09:00:00Z");
    private static final Instant NOW = Instant.parse("2018-10-08T09:00:00Z");
    private static final Map<String, ?> META = Map.of(MetaKeys.NOW, NOW.toString());

    private FixtureConfiguration<Paper> paper;

    @BeforeEach
    void setUp() {
        paper = new AggregateTestFixture<>(Paper.class);
    }

    @Nested
    class WritingText {
        @Test
        void isKept() {
            paper.givenNoPriorActivity()
                    .when(write("Awaited.", Classification.WHITE), META)
                    .expectEvents(written());
        }

        @Test
        void theSameAgainChangesNothing() {
            paper.given(written())
                    .when(write("Awaited.", Classification.WHITE), META)
                    .expectNoEvents();
        }

        @Test
        void withoutTextWithdrawsWhatStoodAndNothingElse() {
            paper.given(written())
                    .when(write(null, Classification.WHITE), META)
                    .expectEvents(new TextWithdrawn(PAPER, AT, PaperSection.MAJOR_INCIDENT));
            paper = new AggregateTestFixture<>(Paper.class);
            paper.given(details()).when(write(null, Classification.WHITE), META).expectNoEvents();
        }

        @Test
        void ofRedIsRefused() {
            paper.givenNoPriorActivity()
                    .when(write("Secret.", Classification.RED), META)
                    .expectException(Refusal.class)
                    .expectNoEvents();
        }

        @Test
        void byWhoHasSeenAnOlderVersionIsRefused() {
            paper.given(written(), details())
                    .when(
                            write("Other.", Classification.WHITE),
                            Map.of(MetaKeys.NOW, NOW.toString(), MetaKeys.EXPECTED_VERSION, "0"))
                    .expectException(Refusal.class)
                    .expectNoEvents();
        }
    }

    @Nested
    class GivingDetails {
        @Test
        void isKeptOnce() {
            paper.givenNoPriorActivity()
                    .when(new GiveDetails(PAPER, AT, "SECP_61_1210_19", "SECAS", null), META)
                    .expectEvents(details());
            paper = new AggregateTestFixture<>(Paper.class);
            paper.given(details())
                    .when(new GiveDetails(PAPER, NOW, "SECP_61_1210_19", "SECAS", null), META)
                    .expectNoEvents();
        }
    }

    @Nested
    class Issuing {
        @Test
        void freezesTheFiguresAndCountsIssues() {
            paper.given(issued(1, "four"))
                    .when(issue(AT, "three", Classification.WHITE), META)
                    .expectEvents(issued(2, "three"));
        }

        @Test
        void ofTheSameChangesNothing() {
            paper.given(issued(1, "four"))
                    .when(issue(AT, "four", Classification.WHITE), META)
                    .expectNoEvents();
        }

        @Test
        void ofADayToComeOrOfRedIsRefused() {
            paper.givenNoPriorActivity()
                    .when(issue(NOW.plusSeconds(1), "four", Classification.WHITE), META)
                    .expectException(Refusal.class)
                    .expectNoEvents();
            paper = new AggregateTestFixture<>(Paper.class);
            paper.givenNoPriorActivity()
                    .when(issue(AT, "four", Classification.RED), META)
                    .expectException(Refusal.class)
                    .expectNoEvents();
        }
    }

    private static WriteText write(@Nullable String text, Classification classification) {
        return new WriteText(PAPER, AT, PaperSection.MAJOR_INCIDENT, text, classification);
    }

    private static TextWritten written() {
        return new TextWritten(PAPER, AT, PaperSection.MAJOR_INCIDENT, "Awaited.", Classification.WHITE);
    }

    private static DetailsGiven details() {
        return new DetailsGiven(PAPER, AT, "SECP_61_1210_19", "SECAS", null);
    }

    private static IssuePaper issue(Instant asOf, String figure, Classification classification) {
        return new IssuePaper(PAPER, AT, asOf, AT, "SECP_61_1210_19", classification, figures(figure));
    }

    private static PaperIssued issued(int number, String figure) {
        return new PaperIssued(PAPER, AT, number, AT, AT, "SECP_61_1210_19", Classification.WHITE, figures(figure));
    }

    private static List<FrozenFigure> figures(String text) {
        return List.of(new FrozenFigure("dcc-reporting.RDP.2018-08.stillOpen", BigDecimal.valueOf(4), text));
    }
}
