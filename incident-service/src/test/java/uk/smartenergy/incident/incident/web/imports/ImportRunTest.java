package uk.smartenergy.incident.incident.web.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Problem;

class ImportRunTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2018-10-05T12:00:00Z"), ZoneOffset.UTC);
    private static final Viewer STAFF = new Viewer("staff", Set.of(Role.DCC_STAFF), null, false);
    private static final Viewer CLEARED = new Viewer("cleared", Set.of(Role.DCC_STAFF), null, true);

    private final FakeMessages messages = new FakeMessages(CLOCK);
    private final AtomicLong given = new AtomicLong();
    private final Imports imports = imports(4);

    private Imports imports(int atOnce) {
        LineReader reader = new LineReader(new ImportForms(ReferenceData.shipped()), CLOCK);
        LineTaker.References numbers = new LineTaker.References() {
            @Override
            public IncidentId next(boolean red) {
                return IncidentId.of((red ? 500_000_000_000L : 0) + given.incrementAndGet());
            }

            @Override
            public void taken(IncidentId reference) {}
        };
        return new Imports(new ImportRun(reader, CLOCK), messages, numbers, new ImportsInProgress(), atOnce);
    }

    private static ImportFile file(String... lines) {
        String text =
                Stream.of(lines).map(line -> line.replace('\'', '"') + "\n").collect(joining());
        return new NdjsonFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String raise(String reference) {
        return "{'externalReference':'%s','at':'2018-09-01T09:00:00Z','action':'RAISE','summary':'Down','category':2,"
                        .formatted(reference)
                + "'raisedBy':{'party':'Northwick Energy'}}";
    }

    private static String security(String reference) {
        return raise(reference).replace("'category'", "'type':'SECURITY','category'");
    }

    private static String step(String reference, String at, String action) {
        return "{'externalReference':'%s','at':'2018-09-%sZ','action':'%s'}".formatted(reference, at, action);
    }

    private ImportReport taken(Viewer viewer, String... lines) throws IOException {
        return imports.take(file(lines), viewer);
    }

    private static List<String> codes(ImportReport report) {
        return report.refusals().stream()
                .map(refused -> refused.line() + " " + refused.code())
                .toList();
    }

    @Test
    void takesOverAHistory() throws IOException {
        ImportReport report = taken(
                STAFF, raise("X-1"), step("X-1", "01T10:00:00", "RESPOND"), step("X-1", "02T10:00:00", "RESOLVE"));
        assertThat(report).isEqualTo(new ImportReport(3, 3, 0, 0, 1, List.of()));
        assertThat(messages.sent)
                .containsExactly(
                        new RaiseIncident(
                                IncidentId.of(1),
                                Instant.parse("2018-09-01T09:00:00Z"),
                                "Down",
                                null,
                                IncidentType.SERVICE,
                                new Raiser("Northwick Energy", null, null, null),
                                List.of(),
                                List.of(),
                                null,
                                null,
                                null,
                                Category.of(2),
                                null,
                                null,
                                List.of(),
                                "X-1",
                                Classification.GREEN),
                        new RespondToIncident(IncidentId.of(1), Instant.parse("2018-09-01T10:00:00Z"), null),
                        new ResolveIncident(IncidentId.of(1), Instant.parse("2018-09-02T10:00:00Z"), null));
        assertThat(messages.claims)
                .containsEntry("xref:pub:X-1", "INC000000000001")
                .hasSize(4);
    }

    @Test
    void aSecondTimeChangesNothing() throws IOException {
        String[] lines = {
            raise("X-1"),
            raise("X-2"),
            step("X-1", "01T10:00:00", "RESPOND"),
            step("X-1", "02T10:00:00", "RESOLVE"),
            step("X-1", "03T10:00:00", "CLOSE"),
            step("X-2", "03T10:00:00", "CLOSE")
        };
        ImportReport first = taken(STAFF, lines);
        int events = messages.events;
        assertThat(first)
                .extracting(ImportReport::accepted, ImportReport::refused)
                .containsExactly(5L, 1L);
        assertThat(taken(STAFF, lines)).isEqualTo(new ImportReport(6, 0, 5, 1, 2, first.refusals()));
        assertThat(messages.events).isEqualTo(events);
    }

    @Test
    void aLineThatComesTwiceIsTakenOnce() throws IOException {
        String respond = step("X-1", "01T10:00:00", "RESPOND");
        assertThat(taken(STAFF, raise("X-1"), raise("X-1"), respond, respond))
                .isEqualTo(new ImportReport(4, 2, 2, 0, 1, List.of()));
    }

    @Test
    void refusesWhatContradictsAndGoesOn() throws IOException {
        ImportReport report = taken(
                STAFF,
                step("X-0", "01T10:00:00", "RESPOND"),
                raise("X-1"),
                raise("X-1").replace("Down", "Up"),
                "nonsense",
                "",
                step("X-1", "01T10:00:00", "CLOSE"),
                step("X-1", "02T10:00:00", "RESOLVE"));
        assertThat(codes(report))
                .containsExactly(
                        "1 UNKNOWN_REFERENCE", "3 ALREADY_RAISED", "4 MALFORMED", "6 INCIDENT_CANNOT_BE_CLOSED");
        assertThat(report)
                .extracting(ImportReport::lines, ImportReport::accepted)
                .containsExactly(6L, 2L);
    }

    @Test
    void aLateFactIsTakenIfTheLifeStaysPossible() throws IOException {
        ImportReport report = taken(
                STAFF,
                raise("X-1"),
                step("X-1", "03T10:00:00", "RESOLVE"),
                step("X-1", "02T10:00:00", "RESPOND"),
                step("X-1", "04T10:00:00", "PAUSE"));
        assertThat(codes(report)).containsExactly("4 INCIDENT_CANNOT_BE_PAUSED");
        assertThat(report.accepted()).isEqualTo(3);
    }

    @Test
    void linesMayStandInAnyOrder() throws IOException {
        assertThat(taken(
                        STAFF,
                        step("X-1", "04T10:00:00", "CLOSE"),
                        step("X-1", "02T11:00:00", "RESUME"),
                        step("X-1", "02T10:00:00", "PAUSE"),
                        raise("X-1"),
                        step("X-1", "03T10:00:00", "RESOLVE")))
                .isEqualTo(new ImportReport(5, 5, 0, 0, 1, List.of()));
    }

    @Test
    void goesOnWithAnIncidentThatWasRaisedOtherwise() throws IOException {
        raisedHere("INC000000000900", "X-9", Classification.GREEN);
        assertThat(taken(STAFF, step("X-9", "01T10:00:00", "RESPOND")).accepted())
                .isEqualTo(1);
        raisedHere("INC000000000901", "X-9", Classification.GREEN);
        assertThat(codes(taken(STAFF, step("X-9", "01T11:00:00", "PAUSE"), raise("X-9"))))
                .containsExactly("1 AMBIGUOUS_REFERENCE", "2 ALREADY_RAISED");
    }

    private void raisedHere(String id, String reference, Classification classification) {
        messages.send(
                new RaiseIncident(
                        new IncidentId(id),
                        Instant.parse("2018-08-01T00:00:00Z"),
                        "s",
                        null,
                        IncidentType.SERVICE,
                        new Raiser("P", "n", "d", null),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        Category.of(3),
                        null,
                        null,
                        List.of(),
                        reference,
                        classification),
                Caller.of(CLEARED));
        messages.raisedOtherwise.add(new IncidentView(
                new IncidentId(id),
                1,
                "s",
                IncidentType.SERVICE,
                IncidentState.RAISED,
                Category.of(3),
                Category.of(3),
                null,
                null,
                false,
                false,
                new IncidentView.RaisedBy("P"),
                null,
                null,
                List.of(),
                List.of(),
                classification,
                reference,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                false,
                0));
    }

    @Nested
    class Red {
        @Test
        void isTakenFromTheClearedOnly() throws IOException {
            assertThat(codes(taken(STAFF, security("X-1")))).containsExactly("1 CLEARANCE_NEEDED");
            assertThat(taken(CLEARED, security("X-1")).accepted()).isEqualTo(1);
            assertThat(messages.claims).containsKey("xref:red:X-1").doesNotContainKey("xref:pub:X-1");
        }

        @Test
        void isNotThereForOthers() throws IOException {
            taken(CLEARED, security("X-1"));
            assertThat(codes(taken(STAFF, step("X-1", "01T10:00:00", "RESPOND"))))
                    .containsExactly("1 UNKNOWN_REFERENCE");
            assertThat(taken(STAFF, raise("X-1")).accepted()).isEqualTo(1);
        }

        @Test
        void aReferenceThatMeansTwoIsAmbiguousToWhoSeesBoth() throws IOException {
            String respond = step("X-1", "01T10:00:00", "RESPOND");
            taken(CLEARED, security("X-1"), respond);
            taken(STAFF, raise("X-1"));
            assertThat(codes(taken(CLEARED, step("X-1", "01T11:00:00", "PAUSE"))))
                    .containsExactly("1 AMBIGUOUS_REFERENCE");
            assertThat(taken(CLEARED, security("X-1"), respond).unchanged()).isEqualTo(2);
        }
    }

    @Test
    void goesOnWhereTheStoreWentAway() throws IOException {
        String[] lines = new String[200];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = raise("X-" + i);
        }
        messages.goesAwayAfter = 50;
        assertThatThrownBy(() -> taken(STAFF, lines)).isInstanceOf(StoreAway.class);
        assertThat(messages.sent).hasSize(50);
        messages.goesAwayAfter = Integer.MAX_VALUE;
        assertThat(taken(STAFF, lines)).isEqualTo(new ImportReport(200, 150, 50, 0, 200, List.of()));
    }

    @Test
    void twoAtOnceTakeEachLineOnce() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(raise("X-" + i));
            lines.add(step("X-" + i, "01T10:00:00", "RESPOND"));
            lines.add(step("X-" + i, "01T11:00:00", "RESOLVE"));
            lines.add(step("X-" + i, "01T12:00:00", "CLOSE"));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Callable<ImportReport> one = () -> taken(STAFF, lines.toArray(String[]::new));
            List<Future<ImportReport>> both = executor.invokeAll(List.of(one, one));
            ImportReport left = both.get(0).get();
            ImportReport right = both.get(1).get();
            assertThat(left.refused() + right.refused()).isZero();
            assertThat(left.accepted() + right.accepted()).isEqualTo(lines.size());
            assertThat(left.unchanged() + right.unchanged()).isEqualTo(lines.size());
        }
        assertThat(messages.lives).hasSize(40);
    }

    @Test
    void tellsTheFirstThousandRefusalsByLine() throws IOException {
        String[] lines = new String[3_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = i % 2 == 0 ? "nonsense" : step("X-" + i, "01T10:00:00", "CLOSE");
        }
        ImportReport report = taken(STAFF, lines);
        assertThat(report.refused()).isEqualTo(3_000);
        assertThat(report.refusals()).hasSize(1_000);
        assertThat(report.refusals().getLast().line()).isEqualTo(1_000);
    }

    @Test
    void noMoreRunAtOnceThanAreAllowed() {
        assertThatThrownBy(() -> imports(0).take(file(), STAFF))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
    }

    @Nested
    class DryRun {
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4})
        void saysWhatTheRealRunWillSayAndChangesNothing(long seed) throws IOException {
            RandomHistory random = new RandomHistory(seed);
            List<String> before = random.lines(20);
            taken(STAFF, before.toArray(String[]::new));
            List<String> lines = new ArrayList<>(random.lines(40));
            lines.addAll(before.subList(0, before.size() / 2));
            String[] all = lines.toArray(String[]::new);
            int sent = messages.sent.size();

            ImportReport said = imports.rehearse(file(all), STAFF);
            assertThat(messages.sent).hasSize(sent);
            ImportReport done = taken(STAFF, all);

            assertThat(withoutIds(said)).isEqualTo(withoutIds(done));
            assertThat(done.accepted()).isPositive();
            assertThat(done.unchanged()).isPositive();
            assertThat(done.refused()).isPositive();
            assertThat(imports.rehearse(file(all), STAFF).accepted()).isZero();
        }

        /** A dry run cannot know which references the real one will give. */
        private ImportReport withoutIds(ImportReport report) {
            return new ImportReport(
                    report.lines(),
                    report.accepted(),
                    report.unchanged(),
                    report.refused(),
                    report.incidents(),
                    report.refusals().stream()
                            .map(refused -> new ImportReport.Refused(
                                    refused.line(), refused.externalReference(), refused.code(), refused.detail()))
                            .toList());
        }
    }

    /** Histories that are mostly in order, sometimes repeated, and sometimes wrong; the same for the same seed. */
    private static final class RandomHistory {
        private static final String[] ACTIONS = {
            "RESPOND",
            "PAUSE",
            "RESUME",
            "RESOLVE",
            "CLOSE",
            "REOPEN",
            "ASSIGN",
            "CATEGORISE",
            "ESCALATE",
            "COMMUNICATE"
        };
        private static final String[] LEVELS = {"SERVICE_DESK", "SERVICE_MANAGER", "PANEL"};
        private final Random random;

        RandomHistory(long seed) {
            random = new Random(seed);
        }

        List<String> lines(int incidents) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < incidents; i++) {
                String reference = "R-" + random.nextInt(60);
                lines.add(raise(reference).replace("09:00", "09:0" + random.nextInt(2)));
                int minute = 60;
                for (int step = random.nextInt(12); step > 0; step--) {
                    minute += random.nextInt(10) - 1;
                    lines.add(line(reference, minute));
                    if (random.nextInt(8) == 0) {
                        lines.add(lines.get(random.nextInt(lines.size())));
                    }
                }
            }
            return lines;
        }

        private String line(String reference, int minute) {
            String action = ACTIONS[random.nextInt(ACTIONS.length)];
            String more = switch (action) {
                case "ASSIGN" -> ",'resolver':'CSP " + random.nextInt(2) + "'";
                case "CATEGORISE" -> ",'category':" + random.nextInt(7);
                case "ESCALATE" -> ",'level':'" + LEVELS[random.nextInt(LEVELS.length)] + "'";
                case "COMMUNICATE" -> ",'text':'Still down'";
                default -> "";
            };
            return "{'externalReference':'%s','at':'2018-09-01T%02d:%02d:00Z','action':'%s'%s}"
                    .formatted(reference, 9 + minute / 60, minute % 60, action, more);
        }
    }
}
