package uk.smartenergy.incident.platform.ical;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;

/** Read back by a library that had no part in writing it, and by the one that had. */
class CalendarFileTest {
    private static final Instant START = Instant.parse("2018-10-09T21:00:00Z");
    private static final String HOSTILE = "Café, \"quoted\"; back\\slash: naïve 😀👩‍🚒 " + "ångström😀".repeat(30)
            + "\nBEGIN:VALARM\r\nEND:VEVENT\n\\n literal; END:VCALENDAR,=";

    private static CalendarEntry entry(String text, int sequence, boolean cancelled) {
        return new CalendarEntry(
                "PMW000000000001@example",
                sequence,
                START.minusSeconds(86_400),
                START,
                START.plusSeconds(7_200),
                text,
                text,
                List.of("Parse & Correlate, and more; yes", "WAN"),
                "North, GB-wide",
                "Trust: Provider; (\"SMKI\"), and more",
                cancelled,
                CalendarEntry.Privacy.PRIVATE);
    }

    private static byte[] file(CalendarEntry... entries) {
        return CalendarFile.of("Planned, Maintenance", Duration.ofHours(1), List.of(entries));
    }

    private static VEvent only(byte[] file) {
        List<ICalendar> all =
                Biweekly.parse(new String(file, StandardCharsets.UTF_8)).all();
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().getEvents()).hasSize(1);
        return all.getFirst().getEvents().getFirst();
    }

    @Test
    void whateverIsWrittenIsReadBackByAnotherLibrary() {
        VEvent event = only(file(entry(HOSTILE, 3, false)));

        String lines = HOSTILE.replace("\r\n", "\n");
        assertThat(event.getSummary().getValue().replace("\r\n", "\n")).isEqualTo(lines);
        assertThat(event.getDescription().getValue().replace("\r\n", "\n")).isEqualTo(lines);
        assertThat(event.getUid().getValue()).isEqualTo("PMW000000000001@example");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getDateStart().getValue()).isEqualTo(Date.from(START));
        assertThat(event.getDateEnd().getValue()).isEqualTo(Date.from(START.plusSeconds(7_200)));
        assertThat(event.getCategories().getFirst().getValues())
                .containsExactly("Parse & Correlate, and more; yes", "WAN");
        assertThat(event.getLocation().getValue()).isEqualTo("North, GB-wide");
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getClassification().getValue()).isEqualTo("PRIVATE");
        assertThat(event.getAlarms()).isEmpty();
    }

    @Test
    void andByTheOneThatWroteIt() throws Exception {
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file(entry(HOSTILE, 3, true))));

        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(calendar.<Property>getProperty("METHOD").orElseThrow().getValue())
                .isEqualTo("PUBLISH");
        assertThat(calendar.<Property>getProperty("REFRESH-INTERVAL")
                        .orElseThrow()
                        .getValue())
                .isEqualTo("PT1H");
        var event = calendar.getComponents().getFirst();
        assertThat(event.<Property>getProperty("DESCRIPTION").orElseThrow().getValue())
                .isEqualTo(HOSTILE.replace("\r\n", "\n"));
        assertThat(event.<Property>getProperty("STATUS").orElseThrow().getValue())
                .isEqualTo("CANCELLED");
    }

    @Test
    void noLineIsLongerThan75OctetsAndNoCharacterIsTorn() {
        byte[] file = file(entry(HOSTILE, 0, false));

        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(file);
        assertThat(text).doesNotContain("�");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
                .noneMatch(line -> line.contains("\n"));
    }

    @Test
    void theSameEntriesMakeTheSameFile() {
        assertThat(file(entry("x", 0, false))).isEqualTo(file(entry("x", 0, false)));
        assertThat(file())
                .asString(StandardCharsets.UTF_8)
                .contains("X-WR-CALNAME")
                .endsWith("END:VCALENDAR\r\n");
    }
}
