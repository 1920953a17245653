package uk.smartenergy.incident.incident.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.platform.web.Problem;

class ImportFileTest {

    /** Short forms of records: {@code 1 ok {...}} or {@code 1 CODE reference}. */
    private static List<String> read(ImportFile file) throws IOException {
        List<String> records = new ArrayList<>();
        for (ImportRecord record = file.next(); record != null; record = file.next()) {
            records.add(
                    switch (record) {
                        case ImportRecord.Readable readable -> readable.line() + " ok " + readable.content();
                        case ImportRecord.Unreadable broken ->
                            broken.line() + " " + broken.code() + " " + broken.externalReference();
                    });
        }
        return records;
    }

    /** Hands out few bytes at a time, as a network does. */
    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 7));
            }
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] with(String before, byte[] middle, String after) {
        byte[] head = utf8(before);
        byte[] tail = utf8(after);
        byte[] all = new byte[head.length + middle.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(middle, 0, all, head.length, middle.length);
        System.arraycopy(tail, 0, all, head.length + middle.length, tail.length);
        return all;
    }

    @Nested
    class Ndjson {
        private List<String> lines(byte[] bytes) throws IOException {
            return read(new NdjsonFile(stream(bytes)));
        }

        private List<String> lines(String text) throws IOException {
            return lines(utf8(text));
        }

        @Test
        void readsAnObjectALineWhateverEndsTheLine() throws IOException {
            assertThat(lines("{\"a\":1}\r\n{\"a\":2}\n{\"a\":3}"))
                    .containsExactly("1 ok {\"a\":1}", "2 ok {\"a\":2}", "3 ok {\"a\":3}");
        }

        @Test
        void passesOverBlankLinesButNumbersThem() throws IOException {
            assertThat(lines("\n  \t\r\n{\"a\":1}\n\n\n{\"a\":2}\n\n"))
                    .containsExactly("3 ok {\"a\":1}", "6 ok {\"a\":2}");
        }

        @Test
        void toleratesAByteOrderMark() throws IOException {
            assertThat(lines("\uFEFF{\"a\":1}\n")).containsExactly("1 ok {\"a\":1}");
        }

        @Test
        void anEmptyFileHasNoRecords() throws IOException {
            assertThat(lines("")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nonsense",
                    "{",
                    "{\"a\":1",
                    "{\"a\":\"x",
                    "[1]",
                    "null",
                    "\"text\"",
                    "{\"a\":1}{\"a\":2}",
                    "{\"a\":1} x",
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":NaN}",
                    "{a:1}",
                    "\u0000",
                    "{\"a\":\"\u0000\"}"
                })
        void refusesWhatIsNoObjectAndGoesOn(String line) throws IOException {
            assertThat(lines(line + "\n{\"a\":1}\n")).containsExactly("1 MALFORMED null", "2 ok {\"a\":1}");
        }

        @Test
        void refusesWhatNestsTooDeep() throws IOException {
            assertThat(lines("{\"a\":" + "[".repeat(5_000) + "\n{}")).containsExactly("1 MALFORMED null", "2 ok {}");
        }

        @Test
        void makesOutTheReferenceOfABrokenLine() throws IOException {
            assertThat(lines("{\"x\":[{}],\"externalReference\":\"X-1\",\"at\":}\n{\"externalReference\":\"X-2\",\"a"))
                    .containsExactly("1 MALFORMED X-1", "2 MALFORMED X-2");
        }

        @Test
        void refusesWhatIsNotUtf8AndGoesOn() throws IOException {
            byte[] file = with(
                    "{\"externalReference\":\"X-1\",\"a\":\"",
                    new byte[] {(byte) 0xC3, (byte) 0x28},
                    "\"}\n{\"a\":\"é\"}");
            assertThat(lines(file)).containsExactly("1 NOT_UTF8 X-1", "2 ok {\"a\":\"é\"}");
        }

        @Test
        void refusesALineThatIsTooLongAndGoesOn() throws IOException {
            String tooLong = "{\"externalReference\":\"X-1\",\"a\":\"" + "x".repeat(3 << 20) + "\"}";
            assertThat(read(new NdjsonFile(new ByteArrayInputStream(utf8(tooLong + "\n{\"a\":1}\n" + tooLong)))))
                    .containsExactly("1 LINE_TOO_LONG X-1", "2 ok {\"a\":1}", "3 LINE_TOO_LONG X-1");
        }

        @Test
        void aLineOfJustOneMebibyteIsNotTooLong() throws IOException {
            String line = "{\"a\":\"" + "x".repeat((1 << 20) - 8) + "\"}";
            assertThat(read(new NdjsonFile(new ByteArrayInputStream(utf8(line + "\n" + line + " \n")))))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("1 ok"),
                            second -> assertThat(second).startsWith("2 LINE_TOO_LONG"));
        }
    }

    @Nested
    class Csv {
        private static final String HEADER = "externalReference,at,action,summary,services,raisedBy.party\n";

        private List<String> rows(String text) throws IOException {
            return rows(utf8(text));
        }

        private List<String> rows(byte[] bytes) throws IOException {
            return read(new CsvFile(stream(bytes), ImportForms.NAMES));
        }

        @Test
        void nestsDottedNamesAndSplitsLists() throws IOException {
            assertThat(rows(HEADER + "X-1,T,RAISE,Down,WAN; SSI|SMKI,Acme\n"))
                    .containsExactly("2 ok {\"externalReference\":\"X-1\",\"at\":\"T\",\"action\":\"RAISE\","
                            + "\"summary\":\"Down\",\"services\":[\"WAN\",\"SSI\",\"SMKI\"],"
                            + "\"raisedBy\":{\"party\":\"Acme\"}}");
        }

        @Test
        void readsQuotesLineBreaksMarksAndAnyCaseOfNames() throws IOException {
            assertThat(
                            rows(
                                    "\uFEFF\"ExternalReference\", AT ,action,SUMMARY\r\nX-1,T,RAISE,\"a \"\"b\"\",\r\nc\"\r\nX-2,T,CLOSE,\r\n"))
                    .containsExactly(
                            "2 ok {\"externalReference\":\"X-1\",\"at\":\"T\",\"action\":\"RAISE\","
                                    + "\"summary\":\"a \\\"b\\\",\\r\\nc\"}",
                            "4 ok {\"externalReference\":\"X-2\",\"at\":\"T\",\"action\":\"CLOSE\"}");
        }

        @Test
        void passesOverBlankRowsButNumbersThem() throws IOException {
            assertThat(rows("\n" + HEADER + "\n  \n,,,,,\nX-1,,,,,\n"))
                    .containsExactly("6 ok {\"externalReference\":\"X-1\"}");
        }

        @Test
        void leavesOutColumnsThatItDoesNotKnow() throws IOException {
            assertThat(rows("externalReference,at,action,colour\nX-1,T,CLOSE,red\n"))
                    .containsExactly("2 ok {\"externalReference\":\"X-1\",\"at\":\"T\",\"action\":\"CLOSE\"}");
        }

        @Test
        void aQuoteThatIsNeverClosedCostsOneLineOnly() throws IOException {
            assertThat(rows(HEADER + "X-1,T,RAISE,\"broken,,\nX-2,T,CLOSE,,,\nX-3,T,CLOSE,,,\n"))
                    .containsExactly(
                            "2 MALFORMED X-1",
                            "3 ok {\"externalReference\":\"X-2\",\"at\":\"T\",\"action\":\"CLOSE\"}",
                            "4 ok {\"externalReference\":\"X-3\",\"at\":\"T\",\"action\":\"CLOSE\"}");
        }

        @Test
        void aQuoteThatIsNeverClosedMeetsTheNextQuoteAndCostsOneLineOnly() throws IOException {
            assertThat(rows(HEADER
                            + "X-1,T,RAISE,\"broken,,\nX-2,T,RAISE,\"a, b\",,\nX-3,T,RAISE,\"a\"b,,\nX-4,,,,,\n"))
                    .containsExactly(
                            "2 MALFORMED X-1",
                            "3 ok {\"externalReference\":\"X-2\",\"at\":\"T\",\"action\":\"RAISE\",\"summary\":\"a, b\"}",
                            "4 MALFORMED X-3",
                            "5 ok {\"externalReference\":\"X-4\"}");
        }

        @Test
        void aQuoteThatIsNeverClosedInALongFileCostsOneLineOnly() throws IOException {
            String rest = "X-2,T,CLOSE,,,\n".repeat(200_000);
            byte[] file = utf8(HEADER + "X-1,T,RAISE,\"broken,,\n" + rest);
            List<String> rows = read(new CsvFile(new ByteArrayInputStream(file), ImportForms.NAMES));
            assertThat(rows).hasSize(200_001);
            assertThat(rows.getFirst()).isEqualTo("2 LINE_TOO_LONG X-1");
            assertThat(rows.get(1)).startsWith("3 ok");
            assertThat(rows.getLast()).startsWith("200002 ok");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '#',
                value = {
                    "X-1,T,CLOSE,,,,more# MALFORMED X-1",
                    "X-1,T,RAISE,\"a\" ,,# MALFORMED X-1",
                })
        void refusesRowsThatDoNotFitAndGoesOn(String row, String refusal) throws IOException {
            assertThat(rows(HEADER + row + "\nX-2,,,,,\n"))
                    .containsExactly("2 " + refusal, "3 ok {\"externalReference\":\"X-2\"}");
        }

        @Test
        void aShortRowIsTakenUnlessItMayHaveBeenCutOff() throws IOException {
            assertThat(rows(HEADER + "X-1,T,CLOSE\nX-2,T,RESOLVE"))
                    .containsExactly(
                            "2 ok {\"externalReference\":\"X-1\",\"at\":\"T\",\"action\":\"CLOSE\"}",
                            "3 MALFORMED X-2");
        }

        @Test
        void refusesWhatIsNotUtf8AndGoesOn() throws IOException {
            assertThat(rows(with(HEADER + "X-1,T,RAISE,", new byte[] {(byte) 0xFF}, ",,\nX-2,,,,,\n")))
                    .containsExactly("2 NOT_UTF8 X-1", "3 ok {\"externalReference\":\"X-2\"}");
        }

        @Test
        void refusesARowThatIsTooLongAndGoesOn() throws IOException {
            String text = "x".repeat(3 << 20);
            byte[] file = utf8(HEADER + "X-1,T,RAISE," + text + ",,\nX-2,T,RAISE,\"" + text + "\",,\nX-3,,,,,\n");
            assertThat(read(new CsvFile(new ByteArrayInputStream(file), ImportForms.NAMES)))
                    .containsExactly(
                            "2 LINE_TOO_LONG X-1", "3 LINE_TOO_LONG X-2", "4 ok {\"externalReference\":\"X-3\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n\n",
                    "externalReference,at\nX-1,T\n",
                    "externalReference,at,action,at\n",
                    "\"externalReference,at,action",
                    "{\"externalReference\":\"X-1\"}"
                })
        void refusesAFileWithoutAHeader(String file) {
            assertThatThrownBy(() -> rows(file))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(400));
        }
    }
}
