package uk.smartenergy.incident.paper.read.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.incident.RdpIncidentReport;
import uk.smartenergy.incident.api.paper.PaperView.Sentence;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Elsewhere;

class ScopeTest {
    private static final Instant AT = Instant.parse("2018-10-05T09:00:00Z");
    private static final Viewer CLEARED = new Viewer("cleo", Set.of(Role.SECAS), null, true);

    @ParameterizedTest
    @CsvSource({
        "WHITE, WHITE, true",
        "GREEN, WHITE, true",
        "AMBER, WHITE, false",
        "AMBER, GREEN, false",
        "AMBER, AMBER, true",
        "RED, AMBER, false",
        "RED, RED, true"
    })
    void aPaperNamesWhatItsClassificationAllows(Classification record, Classification paper, boolean named) {
        assertThat(scope(paper, nothing()).mayName(record)).isEqualTo(named);
    }

    @Test
    void onlyInARedPaperIsTheReaderCleared() {
        assertThat(scope(Classification.AMBER, nothing()).viewer().cleared()).isFalse();
        assertThat(scope(Classification.RED, nothing()).viewer().cleared()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 | 1 | 4 | 4 | Five open incidents reported unresolved. One has since been resolved. The remaining four are all now over one month old.
            5 | 0 | 5 | 2 | Five open incidents reported unresolved. None have since been resolved. Of the remaining five, two are now over one month old.
            1 | 1 | 0 | 0 | One open incident reported unresolved. One has since been resolved.
            2 | 1 | 1 | 1 | Two open incidents reported unresolved. One has since been resolved. The remaining one is now over one month old.
            0 | 0 | 0 | 0 | No open incidents reported unresolved.
            """)
    void rdpIncidentsAreToldInThePapersWords(long open, long since, long still, long old, String words) {
        RdpIncidentReport report =
                new RdpIncidentReport("2018-08", AT, AT, 7, open, since, still, old, List.of(), List.of());
        Elsewhere elsewhere = new Elsewhere() {
            @Override
            @SuppressWarnings("unchecked")
            public <R> R ask(Query<R> query) {
                return (R) report;
            }
        };
        Telling telling = new Telling();
        List<Sentence> said =
                RdpSentences.unresolved(scope(Classification.WHITE, elsewhere), telling, new ReportPeriod("2018-08"));
        assertThat(String.join(" ", said.stream().map(Sentence::text).toList())).isEqualTo(words);
    }

    private static Scope scope(Classification classification, Elsewhere elsewhere) {
        return Scope.of(CLEARED, new Moment(AT, AT, AT), YearMonth.of(2018, 9), classification, elsewhere);
    }

    private static Elsewhere nothing() {
        return new Elsewhere() {
            @Override
            public <R> R ask(Query<R> query) {
                throw new IllegalStateException("Nothing is asked");
            }
        };
    }
}
