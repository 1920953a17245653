package uk.smartenergy.incident.majorincident.write;

import static uk.smartenergy.incident.majorincident.write.Samples.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.reference.Editions;
import uk.smartenergy.incident.platform.reference.MajorIncidentReportRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class MajorIncidentReportsTest {
    private AggregateTestFixture<MajorIncidentReports> reports;

    @BeforeEach
    void begin() {
        reports = new AggregateTestFixture<>(MajorIncidentReports.class);
        reports.registerInjectableResource(
                new ReportDecisions(ReferenceData.shipped().rules(MajorIncidentReportRules.class)));
    }

    private ResultValidator<MajorIncidentReports> when(List<?> before, MajorIncidentReportCommand command) {
        return reports.given(before).when(command, MetaData.with(MetaKeys.NOW, NOW.toString()));
    }

    private void refused(List<?> before, MajorIncidentReportCommand command, String code) {
        when(before, command).expectNoEvents().expectException(refusal(code));
    }

    private static CustomTypeSafeMatcher<Refusal> refusal(String code) {
        return matcher("a refusal " + code, refused -> refused.code().equals(code));
    }

    private static <T> CustomTypeSafeMatcher<T> matcher(String words, Predicate<T> holds) {
        return new CustomTypeSafeMatcher<>(words) {
            @Override
            protected boolean matchesSafely(T item) {
                return holds.test(item);
            }
        };
    }

    private static List<Object> both(Object... more) {
        List<Object> events = new ArrayList<>();
        for (ReportKind kind : ReportKind.values()) {
            events.addAll(List.of(written(kind, 1), submitted(kind, 1)));
        }
        events.addAll(List.of(more));
        return events;
    }

    @Nested
    class Writing {
        @Test
        void takesFromTheDraftWhatTheFirstVersionDoesNotSay() {
            when(List.of(), write(ReportKind.SUMMARY, Map.of(), null)).expectEvents(written(ReportKind.SUMMARY, 1));
        }

        @Test
        void takesFromTheVersionBeforeWhatALaterOneDoesNotSay() {
            Map<String, String> parts =
                    new LinkedHashMap<>(written(ReportKind.SUMMARY, 1).parts());
            parts.put("cause", "A valve");
            when(List.of(written(ReportKind.SUMMARY, 1)), write(ReportKind.SUMMARY, Map.of("cause", "A valve"), null))
                    .expectEvents(new ReportVersionWritten(
                            INCIDENT, ReportKind.SUMMARY, WRITTEN, 2, parts, List.of(), null, Classification.AMBER));
        }

        @Test
        void ofTheSameAgainChangesNothing() {
            when(List.of(written(ReportKind.SUMMARY, 1)), write(ReportKind.SUMMARY, Map.of(), null))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedWithARedactionThatStandsNowhereInItsPart() {
            refused(
                    List.of(),
                    write(ReportKind.SUMMARY, Map.of(), List.of(new Redaction("cause", "Nobody", "x"))),
                    "QUOTE_NOT_FOUND");
        }

        @Test
        void isRefusedBeforeTheVersionBeforeIt() {
            refused(
                    List.of(written(ReportKind.SUMMARY, 2)),
                    write(ReportKind.SUMMARY, Map.of("cause", "A valve"), null),
                    "WRITTEN_BEFORE_LAST_VERSION");
        }

        @Test
        void isRefusedForOneWhoHasSeenAnOlderVersion() {
            reports.given(written(ReportKind.SUMMARY, 1), submitted(ReportKind.SUMMARY, 1))
                    .when(
                            write(ReportKind.SUMMARY, Map.of("cause", "A valve"), null),
                            MetaData.with(MetaKeys.NOW, NOW.toString()).and(MetaKeys.EXPECTED_VERSION, "0"))
                    .expectNoEvents()
                    .expectException(refusal("STALE_VERSION"));
        }

        @Test
        void ofOneReportIsNotDisturbedByTheOther() {
            reports.given(written(ReportKind.SUMMARY, 1), written(ReportKind.REVIEW, 1))
                    .when(
                            submit(ReportKind.SUMMARY, SUBMITTED, 1),
                            MetaData.with(MetaKeys.NOW, NOW.toString()).and(MetaKeys.EXPECTED_VERSION, "0"))
                    .expectEvents(submitted(ReportKind.SUMMARY, 1));
        }
    }

    @Nested
    class Redacting {
        private final RedactReport redact =
                new RedactReport(INCIDENT, ReportKind.SUMMARY, SUBMITTED, null, List.of(REDACTION));

        @Test
        void addsToTheLastVersion() {
            when(List.of(written(ReportKind.SUMMARY, 1)), redact)
                    .expectEvents(new ReportRedacted(INCIDENT, ReportKind.SUMMARY, SUBMITTED, 1, List.of(REDACTION)));
        }

        @Test
        void ofWhatIsRedactedChangesNothing() {
            when(
                            List.of(
                                    written(ReportKind.SUMMARY, 1),
                                    new ReportRedacted(INCIDENT, ReportKind.SUMMARY, SUBMITTED, 1, List.of(REDACTION))),
                            redact)
                    .expectNoEvents();
        }

        @Test
        void isTakenOverByALaterVersion() {
            reports.given(
                            written(ReportKind.SUMMARY, 1),
                            new ReportRedacted(INCIDENT, ReportKind.SUMMARY, SUBMITTED, 1, List.of(REDACTION)))
                    .when(
                            write(ReportKind.SUMMARY, Map.of("nature", "New"), null),
                            MetaData.with(MetaKeys.NOW, NOW.toString()))
                    .expectEventsMatching(org.axonframework.test.matchers.Matchers.payloadsMatching(
                            org.axonframework.test.matchers.Matchers.exactSequenceOf(
                                    new org.hamcrest.CustomTypeSafeMatcher<ReportVersionWritten>("with the redaction") {
                                        @Override
                                        protected boolean matchesSafely(ReportVersionWritten event) {
                                            return event.redactions().equals(List.of(REDACTION));
                                        }
                                    })));
        }
    }

    @Nested
    class Submitting {
        @Test
        void isRecorded() {
            when(List.of(written(ReportKind.SUMMARY, 1)), submit(ReportKind.SUMMARY, SUBMITTED, null))
                    .expectEvents(submitted(ReportKind.SUMMARY, 1));
        }

        @Test
        void againChangesNothing() {
            when(
                            List.of(written(ReportKind.SUMMARY, 1), submitted(ReportKind.SUMMARY, 1)),
                            submit(ReportKind.SUMMARY, null, 1))
                    .expectNoEvents();
        }

        @Test
        void earlierThanWasKnownIsRecorded() {
            Instant earlier = SUBMITTED.minusSeconds(3600);
            when(
                            List.of(written(ReportKind.SUMMARY, 1), submitted(ReportKind.SUMMARY, 1)),
                            submit(ReportKind.SUMMARY, earlier, 1))
                    .expectEvents(new ReportSubmitted(INCIDENT, ReportKind.SUMMARY, earlier, 1));
        }

        @Test
        void againIsRecordedIfTheIncidentWasReopenedMeanwhile() {
            List<Object> before = List.of(written(ReportKind.SUMMARY, 1), submitted(ReportKind.SUMMARY, 1));
            when(before, new SubmitReport(INCIDENT, ReportKind.SUMMARY, AGREED, 1, REVIEWED))
                    .expectEvents(new ReportSubmitted(INCIDENT, ReportKind.SUMMARY, AGREED, 1));
            when(before, new SubmitReport(INCIDENT, ReportKind.SUMMARY, SUBMITTED, 1, REVIEWED))
                    .expectNoEvents();
        }

        @Test
        void isRefusedWithoutAVersionBeforeItAndAfterANewerOne() {
            refused(List.of(), submit(ReportKind.SUMMARY, SUBMITTED, null), "REPORT_NOT_WRITTEN");
            refused(
                    List.of(written(ReportKind.SUMMARY, 1)),
                    submit(ReportKind.SUMMARY, WRITTEN.minusSeconds(1), 1),
                    "SUBMITTED_BEFORE_WRITTEN");
            refused(
                    List.of(
                            written(ReportKind.SUMMARY, 1),
                            written(ReportKind.SUMMARY, 2),
                            submitted(ReportKind.SUMMARY, 2)),
                    submit(ReportKind.SUMMARY, AGREED, 1),
                    "NEWER_VERSION_SUBMITTED");
            refused(
                    List.of(written(ReportKind.SUMMARY, 1)),
                    submit(ReportKind.SUMMARY, SUBMITTED, 7),
                    "NO_SUCH_NUMBER");
        }

        @Test
        void isTakenThoughAPartThatTheCodeRequiresSaysNothingUnlessTheFileSaysOtherwise() {
            ReportVersionWritten whole = written(ReportKind.REVIEW, 1);
            Map<String, String> parts = new LinkedHashMap<>(whole.parts());
            parts.put("prevention", " ");
            List<Object> incomplete = List.of(new ReportVersionWritten(
                    INCIDENT, ReportKind.REVIEW, WRITTEN, 1, parts, List.of(), null, Classification.AMBER));
            when(incomplete, submit(ReportKind.REVIEW, SUBMITTED, 1)).expectEvents(submitted(ReportKind.REVIEW, 1));

            reports = new AggregateTestFixture<>(MajorIncidentReports.class);
            reports.registerInjectableResource(new ReportDecisions(strict()));
            refused(incomplete, submit(ReportKind.REVIEW, SUBMITTED, 1), "PARTS_MISSING");
        }

        private MajorIncidentReportRules strict() {
            Map<ReportKind, MajorIncidentReportRules.Rule> rules = new EnumMap<>(ReportKind.class);
            for (ReportKind kind : ReportKind.values()) {
                rules.put(kind, new MajorIncidentReportRules.Rule("H9", 2, kind.parts(), true));
            }
            return new MajorIncidentReportRules(new Editions<>(new TreeMap<>(Map.of(LocalDate.EPOCH, rules))));
        }
    }

    @Nested
    class Commenting {
        private GiveFeedback on(String quote) {
            return new GiveFeedback(
                    INCIDENT, ReportKind.SUMMARY, REVIEWED, 1, "Operations Group", "cause", quote, null, null, "Who?");
        }

        @Test
        void isOnAPassageOfASubmittedVersion() {
            when(both(), on("Northwick")).expectEvents(commented(1));
        }

        @Test
        void byPlaceFindsThePassage() {
            int at = text(ReportPart.CAUSE, 1).indexOf("Northwick");
            when(
                            both(),
                            new GiveFeedback(
                                    INCIDENT,
                                    ReportKind.SUMMARY,
                                    REVIEWED,
                                    null,
                                    "Operations Group",
                                    "cause",
                                    null,
                                    at,
                                    at + 9,
                                    "Who?"))
                    .expectEvents(commented(1));
        }

        @Test
        void isRefusedOnWhatIsNotThereNotSubmittedOrTooEarly() {
            refused(both(), on("Southwick"), "QUOTE_NOT_FOUND");
            refused(List.of(written(ReportKind.SUMMARY, 1)), on("Northwick"), "REPORT_NOT_SUBMITTED");
            refused(
                    both(),
                    new GiveFeedback(
                            INCIDENT, ReportKind.SUMMARY, WRITTEN, 1, "x", "cause", "Northwick", null, null, "Who?"),
                    "COMMENTED_BEFORE_SUBMITTED");
        }
    }

    @Nested
    class Amending {
        private final RequestAmendment request = new RequestAmendment(
                INCIDENT, ReportKind.SUMMARY, REVIEWED, "Operations Group", "Say who", "cause", List.of(1));

        private AmendReport with(int version) {
            return new AmendReport(INCIDENT, ReportKind.SUMMARY, REWRITTEN, version, List.of(1), List.of(), "Said");
        }

        @Test
        void isAskedForWithTheCommentsItTakesUp() {
            when(both(commented(1)), request).expectEvents(requested(1, 1));
            refused(both(), request, "NO_SUCH_NUMBER");
            refused(List.of(written(ReportKind.SUMMARY, 1)), request, "REPORT_NOT_SUBMITTED");
        }

        @Test
        void answersARequestOnceByANewerVersion() {
            List<Object> asked = both(requested(1), written(ReportKind.SUMMARY, 2));
            when(asked, with(2)).expectEvents(amended(1, 2, 1));
            refused(asked, with(1), "VERSION_NOT_NEWER");
            asked.add(amended(1, 2, 1));
            when(asked, with(2)).expectNoEvents();
            asked.add(new ReportVersionWritten(
                    INCIDENT,
                    ReportKind.SUMMARY,
                    REWRITTEN,
                    3,
                    written(ReportKind.SUMMARY, 1).parts(),
                    List.of(),
                    null,
                    Classification.AMBER));
            refused(asked, with(3), "ANSWERED_ALREADY");
        }
    }

    @Nested
    class Agreeing {
        @Test
        void isOnTheVersionSubmittedLast() {
            when(both(), agree(AGREED)).expectEvents(agreed(ReportKind.SUMMARY, 1));
            when(both(agreed(ReportKind.SUMMARY, 1)), agree(null)).expectNoEvents();
            when(
                            both(
                                    agreed(ReportKind.SUMMARY, 1),
                                    written(ReportKind.SUMMARY, 2),
                                    submitted(ReportKind.SUMMARY, 2)),
                            agree(AGREED))
                    .expectEvents(agreed(ReportKind.SUMMARY, 2));
        }

        @Test
        void isRefusedTooEarlyAndWhileAnythingIsUnanswered() {
            refused(List.of(written(ReportKind.SUMMARY, 1)), agree(AGREED), "REPORT_NOT_SUBMITTED");
            refused(both(), agree(WRITTEN), "AGREED_BEFORE_SUBMITTED");
            refused(both(requested(1)), agree(AGREED), "AMENDMENT_REQUESTS_OPEN");
            refused(
                    both(requested(1), written(ReportKind.SUMMARY, 2), amended(1, 2, 1)),
                    agree(AGREED),
                    "AMENDMENT_NOT_SUBMITTED");
            refused(
                    both(
                            requested(1),
                            written(ReportKind.SUMMARY, 2),
                            new ReportSubmitted(INCIDENT, ReportKind.SUMMARY, REWRITTEN, 2),
                            new ReportAmended(INCIDENT, ReportKind.SUMMARY, NOW, 1, 2, List.of(1), List.of(), "Said")),
                    agree(AGREED),
                    "AGREED_BEFORE_AMENDED");
        }

        @Test
        void isRefusedForAnotherVersion() {
            refused(
                    both(written(ReportKind.SUMMARY, 2), submitted(ReportKind.SUMMARY, 2)),
                    new AgreeReport(INCIDENT, ReportKind.SUMMARY, AGREED, 1, "SECAS", null),
                    "NOT_SUBMITTED_LAST");
        }
    }

    @Nested
    class Publishing {
        private final ReportsPublished published = new ReportsPublished(INCIDENT, NOW, 1, 1, Classification.WHITE);

        @Test
        void isOfBothTogether() {
            when(both(agreed(ReportKind.SUMMARY, 1), agreed(ReportKind.REVIEW, 1)), publish(null))
                    .expectEvents(published);
            when(both(agreed(ReportKind.SUMMARY, 1), agreed(ReportKind.REVIEW, 1), published), publish(null))
                    .expectNoEvents();
        }

        @Test
        void isRefusedUnlessBothAreAgreedAsSubmittedLast() {
            refused(List.of(), publish(null), "REPORTS_NOT_AGREED");
            refused(both(), publish(null), "REPORTS_NOT_AGREED");
            refused(both(agreed(ReportKind.SUMMARY, 1)), publish(null), "REPORTS_NOT_AGREED");
            refused(both(agreed(ReportKind.REVIEW, 1)), publish(null), "REPORTS_NOT_AGREED");
            refused(
                    both(
                            agreed(ReportKind.SUMMARY, 1),
                            agreed(ReportKind.REVIEW, 1),
                            written(ReportKind.SUMMARY, 2),
                            submitted(ReportKind.SUMMARY, 2)),
                    publish(null),
                    "REPORTS_NOT_AGREED");
        }

        @Test
        void saysWhatIsMissing() {
            when(both(agreed(ReportKind.SUMMARY, 1), requested(1)), publish(null))
                    .expectException(matcher(
                            "a refusal that names both",
                            (Refusal refused) -> refused.sentence()
                                            .contains("the Summary Report has unanswered amendment requests: 1")
                                    && refused.sentence().contains("the Review Report is not agreed in version 1")));
        }

        @Test
        void isRefusedBeforeTheAgreements() {
            refused(
                    both(agreed(ReportKind.SUMMARY, 1), agreed(ReportKind.REVIEW, 1)),
                    publish(SUBMITTED),
                    "PUBLISHED_BEFORE_AGREED");
        }

        @Test
        void isNeverOfWhatIsRed() {
            ReportVersionWritten red = new ReportVersionWritten(
                    INCIDENT,
                    ReportKind.SUMMARY,
                    WRITTEN,
                    1,
                    written(ReportKind.SUMMARY, 1).parts(),
                    List.of(),
                    null,
                    Classification.RED);
            refused(List.of(red), publish(null), "RED_IS_NOT_PUBLISHED");
        }
    }
}
