package uk.smartenergy.incident.incident.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class LineReaderTest {
    private static final Instant NOW = Instant.parse("2018-10-05T12:00:00Z");
    private static final IncidentId ID = IncidentId.of(7);
    private static final String START =
            "{\"externalReference\":\"X-1\",\"at\":\"2018-09-01T10:00:00+01:00\",\"action\":";
    private static final String RAISE =
            START + "\"RAISE\",\"summary\":\"Down\",\"raisedBy\":{\"party\":\"Northwick Energy\"}";

    private static final LineReader READER =
            new LineReader(new ImportForms(ReferenceData.shipped()), Clock.fixed(NOW, ZoneOffset.UTC));

    private static LineReader.Read read(ImportFile file) {
        try {
            return READER.read((ImportRecord.Readable) file.next(), file.textual());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LineReader.Read json(String line) {
        return read(new NdjsonFile(bytes(line)));
    }

    private static LineReader.Read csv(String file) throws IOException {
        return read(new CsvFile(bytes(file), ImportForms.NAMES));
    }

    private static ImportLine line(LineReader.Read read) {
        assertThat(read).isInstanceOf(LineReader.Read.Line.class);
        return ((LineReader.Read.Line) read).line();
    }

    private static IncidentCommand command(LineReader.Read read) {
        return line(read).step().apply(ID);
    }

    private static String wrong(LineReader.Read read) {
        assertThat(read).isInstanceOf(LineReader.Read.Wrong.class);
        Outcome.NotTaken why = ((LineReader.Read.Wrong) read).why();
        return why.code() + ": " + why.detail();
    }

    @Nested
    class Raising {
        @Test
        void needsLittleOfAHistoryFromOutside() {
            RaiseIncident raise = (RaiseIncident) command(json(RAISE + ",\"category\":2}"));
            assertThat(raise.occurredAt()).isEqualTo("2018-09-01T09:00:00Z");
            assertThat(raise.type()).isEqualTo(IncidentType.SERVICE);
            assertThat(raise.classification()).isEqualTo(Classification.GREEN);
            assertThat(raise.categoryElsewhere().number()).isEqualTo(2);
            assertThat(raise.impact()).isNull();
            assertThat(raise.externalReference()).isEqualTo("X-1");
        }

        @Test
        void takesTheImpactAsEvidenceBesideTheCategory() {
            RaiseIncident raise =
                    (RaiseIncident) command(json(RAISE + ",\"category\":2,\"impact\":{\"level\":\"MODERATE\"}}"));
            assertThat(raise.categoryElsewhere()).isNotNull();
            assertThat(raise.impact()).isNotNull();
        }

        @Test
        void knowsNamesHoweverTheyAreSpelt() {
            RaiseIncident raise = (RaiseIncident)
                    command(
                            json(
                                    RAISE
                                            + ",\"category\":2,\"services\":[\"wan\"],\"businessProcesses\":[\"INSTALL_AND_COMMISSION\"],\"region\":\"north\"}"));
            assertThat(raise.services()).containsExactly("WAN");
            assertThat(raise.businessProcesses()).containsExactly("Install & Commission");
            assertThat(raise.region()).isEqualTo("North");
        }

        @Test
        void securityIsRed() {
            assertThat(line(json(RAISE + ",\"category\":2,\"type\":\"SECURITY\",\"classification\":\"GREEN\"}"))
                            .red())
                    .isTrue();
            assertThat(line(json(RAISE + ",\"category\":2,\"classification\":\"RED\"}"))
                            .red())
                    .isTrue();
            assertThat(line(json(RAISE + ",\"category\":2}")).red()).isFalse();
        }

        @Test
        void namesAllFaultsAtOnce() {
            assertThat(wrong(json("{\"externalReference\":\"X-1\",\"action\":\"RAISE\",\"region\":\"Atlantis\","
                            + "\"services\":[\"WAN\",\"Gas\"],\"raisedBy\":{}}")))
                    .startsWith("INVALID: ")
                    .contains("at is required", "summary is required", "raisedBy.party is required")
                    .contains("region must be one of", "services.1 must be one of", "impact is required");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|INVALID: externalReference is required; at is required; action is required",
                "{'externalReference':'X-1','at':'2018-09-01T10:00:00Z','action':'EXPLODE'}|UNKNOWN_ACTION: action must be one of",
                "{'externalReference':'X-1','action':'EXPLODE'}|INVALID: at is required; action must be one of",
                "{'externalReference':'X-1','at':'2018-09-01T10:00:00','action':'CLOSE'}|INVALID: at must be an instant with offset",
                "{'externalReference':'X-1','at':'2018-09-01','action':'CLOSE'}|INVALID: at must be an instant with offset",
                "{'externalReference':'X-1','at':1535792400,'action':'CLOSE'}|INVALID: at must be an instant with offset",
                "{'externalReference':'X-1','at':'2018-10-05T12:00:01Z','action':'CLOSE'}|INVALID: at must not be later than now",
                "{'externalReference':7,'at':'2018-09-01T10:00:00Z','action':'CLOSE'}|INVALID: externalReference must be text",
                "{'externalReference':'a\\tb','at':'2018-09-01T10:00:00Z','action':'CLOSE'}|INVALID: externalReference must not contain a tab",
                "{'externalReference':'a\\u0000b','at':'2018-09-01T10:00:00Z','action':'CLOSE'}|INVALID: externalReference must not contain",
                "{'externalReference':'X-1','at':'2018-09-01T10:00:00Z','action':'ASSIGN'}|INVALID: resolver is required",
                "{'externalReference':'X-1','at':'2018-09-01T10:00:00Z','action':'CATEGORISE','category':6}|INVALID: category must be a whole",
                "{'externalReference':'X-1','at':'2018-09-01T10:00:00Z','action':'ESCALATE','level':'MOON'}|INVALID: level must be one of",
                "{'externalReference':'X-1','at':'2018-09-01T10:00:00Z','action':'COMMUNICATE'}|INVALID: text is required",
            })
    void saysWhatIsWrongWithALine(String line, String why) {
        assertThat(wrong(json(line.replace('\'', '"')))).startsWith(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAUSE", "RESUME", "RESPOND", "RESOLVE", "CLOSE", "REOPEN", "close"})
    void stepsNeedNoMoreThanThatTheyHappened(String action) {
        assertThat(command(json(START + "\"" + action + "\"}")).occurredAt()).isEqualTo("2018-09-01T09:00:00Z");
    }

    @Test
    void whatWasNotSaidIsSaidToBeSo() {
        assertThat(((PauseIncident) command(json(START + "\"PAUSE\"}"))).reason())
                .isEqualTo("not stated");
        assertThat(((EscalateIncident) command(json(START + "\"ESCALATE\",\"level\":\"service desk\"}"))).level())
                .isEqualTo("SERVICE_DESK");
    }

    @Test
    void jsonAndCsvThatSayTheSameAreTheSameLine() throws IOException {
        LineReader.Read json = json(RAISE
                + ",\"category\":2,\"services\":[\"WAN\",\"SSI\"],\"impact\":{\"level\":\"MINOR\",\"reducedCapacity\":true,"
                + "\"partiesPrevented\":3},\"ignored\":1,\"triage\":null}");
        LineReader.Read csv = csv("action,at,externalReference,summary,raisedBy.party,category,services,impact.level,"
                + "impact.reducedCapacity,impact.partiesPrevented,extra\n"
                + "raise,2018-09-01T09:00:00Z,X-1,Down,Northwick Energy,2,WAN;SSI,MINOR,true,3,x\n");
        assertThat(line(csv).fingerprint()).isEqualTo(line(json).fingerprint());
        assertThat(command(csv)).isEqualTo(command(json));
    }

    @Test
    void whatSaysSomethingElseIsAnotherLine() {
        assertThat(line(json(START + "\"CLOSE\"}")).fingerprint())
                .isNotEqualTo(line(json(START + "\"RESUME\"}")).fingerprint())
                .isNotEqualTo(line(json(START + "\"CLOSE\",\"comment\":\"x\"}")).fingerprint());
    }

    @Test
    void aFingerprintStaysAsItIsForEver() {
        assertThat(line(json(START + "\"CLOSE\"}")).fingerprint())
                .isEqualTo(Fingerprint.sha256("action=CLOSE\nat=2018-09-01T09:00:00Z\nexternalReference=X-1\n"));
    }
}
