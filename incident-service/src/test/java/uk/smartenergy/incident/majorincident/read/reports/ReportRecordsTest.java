package uk.smartenergy.incident.majorincident.read.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.majorincident.read.reports.ReportWorld.*;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportDifferences;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportDraft;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetReportText;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportDifferences.Change;
import uk.smartenergy.incident.api.majorincident.ReportDifferences.Piece;
import uk.smartenergy.incident.api.majorincident.ReportDraft;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportText;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;

class ReportRecordsTest {
    private static final Instant RESOLVED = Instant.parse("2018-08-23T10:00:00Z");
    private static final Instant BEGUN = Instant.parse("2018-08-24T10:00:00Z");
    private static final Moment PRESENT = Moment.present(NOW);
    private static final Redaction SECRET = new Redaction("cause", "Secret Valve", "The Secret Valve is a secret");

    private final ReportWorld world = new ReportWorld();
    private final JsonMapper json = JsonMapper.builder().build();

    private void resolved() {
        world.incidents.record(major().resolved(RESOLVED));
    }

    /** All that somebody can read about the reports at a moment, as text. */
    private String allThatIsRead(Viewer viewer, Moment moment, boolean redacted) {
        StringBuilder all = new StringBuilder();
        if (!redacted) {
            all.append(json.writeValueAsString(world.find(viewer, moment)));
        }
        for (ReportKind kind : ReportKind.values()) {
            all.append(json.writeValueAsString(world.get(viewer, moment, kind, redacted)));
            for (int version = 1; version <= 3; version++) {
                all.append(json.writeValueAsString(
                        world.records.on(new GetReportText(viewer, moment, ID, kind, version, redacted))));
                all.append(json.writeValueAsString(
                        world.records.on(new GetReportDifferences(viewer, moment, ID, kind, 1, version, redacted))));
            }
        }
        return all.toString();
    }

    @Test
    void whatIsNotPublishedIsForOverseersOnlyAlsoWhereAPartyIsConcerned() {
        resolved();
        world.record(written(ReportKind.SUMMARY, 1, BEGUN, "x"));
        assertThat(world.find(OPS, PRESENT)).hasSize(2);
        assertThat(world.find(RAISER, PRESENT)).isEmpty();
        assertThat(world.find(PARTY, PRESENT)).isEmpty();
        assertThat(world.get(PARTY, PRESENT, ReportKind.SUMMARY, false)).isEmpty();
        assertThat(world.records.on(new GetReportDraft(PARTY, PRESENT, ID, ReportKind.SUMMARY)))
                .isEmpty();
    }

    @Test
    void redIsThereOnlyForTheCleared() {
        world.incidents.record(raised(Category.CATEGORY_1, Classification.RED).resolved(RESOLVED));
        world.published(BEGUN, "x");
        assertThat(world.find(OPS, PRESENT)).isEmpty();
        assertThat(world.find(RAISER, PRESENT)).isEmpty();
        assertThat(world.get(OPS, PRESENT, ReportKind.SUMMARY, true)).isEmpty();
        assertThat(world.find(CLEARED, PRESENT))
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.classification()).isEqualTo(Classification.RED));
        assertThat(world.get(CLEARED, PRESENT, ReportKind.SUMMARY, true)
                        .orElseThrow()
                        .overview()
                        .classification())
                .isEqualTo(Classification.RED);
    }

    @Test
    void whatIsPublishedIsForEverybodyWithoutWhatIsRedacted() {
        resolved();
        world.published(BEGUN, "the secret\n VALVE broke", SECRET);
        String read = allThatIsRead(PARTY, PRESENT, false).toLowerCase(java.util.Locale.ROOT);
        assertThat(read).contains("[redacted]").doesNotContain("valve", "operations group");
        MajorIncidentReportDetail seen =
                world.get(PARTY, PRESENT, ReportKind.REVIEW, false).orElseThrow();
        assertThat(seen.feedback()).isEmpty();
        assertThat(seen.text()).isNotNull();
        assertThat(seen.text().redactions())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo("The [redacted] is a secret"));
        assertThat(allThatIsRead(OPS, PRESENT, false)).contains("VALVE");
        assertThat(allThatIsRead(OPS, PRESENT, true).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("valve");
    }

    @Test
    void nobodyGetsRoundARedactionByAskingForThePast() {
        resolved();
        world.published(BEGUN, "the Secret Valve broke");
        Instant later = Instant.parse("2018-09-20T10:00:00Z");
        world.record(new ReportRedacted(ID, ReportKind.SUMMARY, later, 1, List.of(SECRET)));
        for (Moment past :
                List.of(moment("2018-09-10T00:00:00Z", null), moment(null, "2018-09-10T00:00:00Z"), PRESENT)) {
            assertThat(allThatIsRead(PARTY, past, false)).contains("[redacted]").doesNotContain("Secret Valve");
        }
    }

    @Test
    void beforeThePublicationOthersSeeNothingAlsoToday() {
        resolved();
        world.published(BEGUN, "x");
        assertThat(world.find(PARTY, moment("2018-08-27T09:59:59Z", null))).isEmpty();
        assertThat(world.find(PARTY, moment("2018-08-27T10:00:00Z", null))).hasSize(2);
    }

    /** Whatever words a report has and whichever of them are redacted, none of these is left. */
    @Test
    void noQuoteIsLeftInTheRedactedVariant() {
        Random random = new Random(4);
        String[] words = {"Alpha", "alpha beta", "ä", "x.y", "(", "Beta  Gamma", "ALPHA\nBETA", "100%", "\\E", "gamma"};
        for (int run = 0; run < 300; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
            }
            List<Redaction> redactions = random.ints(1 + random.nextInt(3), 0, words.length)
                    .mapToObj(i -> new Redaction("cause", words[i], "because of " + words[i]))
                    .toList();
            Redactor redactor = new Redactor(redactions);
            String left = redactor.redacted(text.toString()).replace("[redacted]", "\u0000");
            for (Redaction redaction : redactions) {
                assertThat(uk.smartenergy.incident.api.majorincident.Passages.of(redaction.quote(), left))
                        .as("%s in %s", redaction, text)
                        .isEmpty();
            }
        }
    }

    @Test
    void theStateFollowsTheCourse() {
        resolved();
        Instant at = BEGUN;
        world.record(written(ReportKind.SUMMARY, 1, at, "x"));
        assertThat(world.summary(PRESENT).state()).isEqualTo(MajorIncidentReportState.DRAFTED);
        world.record(new ReportSubmitted(ID, ReportKind.SUMMARY, at, 1));
        assertThat(world.summary(PRESENT).state()).isEqualTo(MajorIncidentReportState.SUBMITTED);
        world.record(new FeedbackGiven(ID, ReportKind.SUMMARY, at, 1, 1, "SECAS", "cause", "x", "Why?"));
        assertThat(world.summary(PRESENT).state()).isEqualTo(MajorIncidentReportState.UNDER_REVIEW);
        world.record(new AmendmentRequested(ID, ReportKind.SUMMARY, at, 1, 1, "SECAS", "Say why", "cause", List.of(1)));
        assertThat(world.summary(PRESENT).state()).isEqualTo(MajorIncidentReportState.AMENDMENTS_REQUESTED);
        world.record(
                written(ReportKind.SUMMARY, 2, at, "y"),
                new ReportAmended(ID, ReportKind.SUMMARY, at, 1, 2, List.of(1), List.of(), "Said"));
        assertThat(world.summary(PRESENT).state()).isEqualTo(MajorIncidentReportState.AMENDMENTS_REQUESTED);
        world.record(new ReportSubmitted(ID, ReportKind.SUMMARY, at, 2));
        assertThat(world.summary(PRESENT).state()).isEqualTo(MajorIncidentReportState.SUBMITTED);
        world.record(new ReportAgreed(ID, ReportKind.SUMMARY, at, 2, "SECAS", null));
        assertThat(world.summary(PRESENT).state()).isEqualTo(MajorIncidentReportState.AGREED);

        MajorIncidentReportDetail detail =
                world.get(OPS, PRESENT, ReportKind.SUMMARY, false).orElseThrow();
        assertThat(detail.feedback().getFirst().amendments()).containsExactly(1);
        assertThat(detail.amendmentRequests().getFirst().amendment()).isEqualTo(1);
        assertThat(detail.amendments().getFirst().feedback()).containsExactly(1);
        assertThat(detail.overview().version()).isEqualTo(7);
    }

    @Test
    void differencesAreByPartAndWord() {
        resolved();
        world.record(
                written(ReportKind.SUMMARY, 1, BEGUN, "one valve broke"),
                written(ReportKind.SUMMARY, 2, BEGUN, "two valves broke"));
        var differences = world.records
                .on(new GetReportDifferences(OPS, PRESENT, ID, ReportKind.SUMMARY, 1, 2, false))
                .orElseThrow();
        assertThat(differences.unchanged()).isEmpty();
        assertThat(differences.parts().get(1).pieces())
                .containsExactly(
                        new Piece(Change.SAME, "Cause: "),
                        new Piece(Change.DELETED, "one"),
                        new Piece(Change.INSERTED, "two"),
                        new Piece(Change.SAME, " "),
                        new Piece(Change.DELETED, "valve"),
                        new Piece(Change.INSERTED, "valves"),
                        new Piece(Change.SAME, " broke"));
    }

    @Test
    void everyDraftedSentenceNamesItsEvents() {
        resolved();
        ReportDraft draft = world.records
                .on(new GetReportDraft(OPS, PRESENT, ID, ReportKind.REVIEW))
                .orElseThrow();
        assertThat(draft.parts())
                .flatExtracting(ReportDraft.Part::sentences)
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.events()).isNotEmpty());
        assertThat(draft.gaps()).contains("cause", "prevention");
        assertThat(draft.parts().getFirst().text()).contains("Alpha Energy").contains("categorised 1");
    }

    @Test
    void aReviewGoesOnFromTheSummary() {
        resolved();
        world.record(written(ReportKind.SUMMARY, 1, BEGUN, "the Secret Valve broke", SECRET));
        ReportDraft draft = world.records
                .on(new GetReportDraft(OPS, PRESENT, ID, ReportKind.REVIEW))
                .orElseThrow();
        assertThat(draft.parts().get(1).text()).isEqualTo("Cause: the Secret Valve broke");
        assertThat(draft.redactions()).containsExactly(SECRET);
    }

    @Test
    void theTextIsThatOfTheVersionAskedFor() {
        resolved();
        world.record(written(ReportKind.SUMMARY, 1, BEGUN, "x"), written(ReportKind.SUMMARY, 2, BEGUN, "y"));
        ReportText first = world.records
                .on(new GetReportText(OPS, PRESENT, ID, ReportKind.SUMMARY, 1, false))
                .orElseThrow();
        assertThat(first.parts()).containsEntry("cause", "Cause: x");
        assertThat(world.records.on(new GetReportText(OPS, PRESENT, ID, ReportKind.SUMMARY, 3, false)))
                .isEmpty();
    }
}
