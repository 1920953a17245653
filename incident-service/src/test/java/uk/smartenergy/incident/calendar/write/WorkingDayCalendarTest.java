package uk.smartenergy.incident.calendar.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.calendar.CalendarCommand.CorrectCalendar;
import uk.smartenergy.incident.api.calendar.CalendarCommand.SeedCalendar;
import uk.smartenergy.incident.api.calendar.CalendarEvent;
import uk.smartenergy.incident.api.calendar.CalendarEvent.CalendarCorrected;
import uk.smartenergy.incident.api.calendar.CalendarEvent.CalendarGiven;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.eventstore.EventSerializer;

class WorkingDayCalendarTest {
    private static final LocalDate EVE = LocalDate.of(2018, 12, 24);
    private static final CalendarCorrected CORRECTED = new CalendarCorrected(EVE, false, "Declared");
    private static final CalendarGiven GIVEN = new CalendarGiven(Set.of(LocalDate.of(2018, 9, 8)), Set.of(EVE));

    private final AggregateTestFixture<WorkingDayCalendar> fixture =
            new AggregateTestFixture<>(WorkingDayCalendar.class);

    @Test
    void aCorrectionIsRecordedOnceAndCanBeTakenBack() {
        fixture.givenNoPriorActivity()
                .when(new CorrectCalendar(EVE, false, "Declared"))
                .expectEvents(CORRECTED);
        fixture.given(CORRECTED).when(new CorrectCalendar(EVE, false, "Again")).expectNoEvents();
        fixture.given(CORRECTED)
                .when(new CorrectCalendar(EVE, true, "It was not"))
                .expectEvents(new CalendarCorrected(EVE, true, "It was not"));
    }

    @Test
    void whoHasSeenAnOlderRevisionIsRefused() {
        fixture.given(GIVEN, CORRECTED)
                .when(new CorrectCalendar(EVE, true, "It was not"), Map.of(MetaKeys.EXPECTED_VERSION, "1"))
                .expectException(Refusal.class)
                .expectExceptionMessage("You have seen revision 1 of the calendar; it is at 2 now.")
                .expectNoEvents();
        fixture.given(GIVEN, CORRECTED)
                .when(new CorrectCalendar(EVE, true, "It was not"), Map.of(MetaKeys.EXPECTED_VERSION, "2"))
                .expectEvents(new CalendarCorrected(EVE, true, "It was not"));
    }

    @Test
    void theFilesAdditionsAreRecordedWhenTheyDifferFromThoseRecordedLast() {
        SeedCalendar seed = new SeedCalendar(GIVEN.extraWorkingDays(), GIVEN.extraHolidays());
        fixture.givenNoPriorActivity().when(seed).expectEvents(GIVEN);
        fixture.given(GIVEN, CORRECTED).when(seed).expectNoEvents();
        fixture.given(GIVEN)
                .when(new SeedCalendar(Set.of(), Set.of()))
                .expectEvents(new CalendarGiven(Set.of(), Set.of()));
    }

    @Test
    void eventsAreWrittenAndReadAsApproved() throws IOException {
        EventSerializer serializer = new EventSerializer(CalendarEventNamesConfiguration.names());
        JsonMapper json = JsonMapper.builder().build();
        for (CalendarEvent event : new CalendarEvent[] {CORRECTED, GIVEN}) {
            SerializedObject<String> written = serializer.serialize(event, String.class);
            Path file = Path.of(
                    "src/test/resources/approved-events", written.getType().getName() + "-1.json");
            String approved = Files.readString(file);
            assertThat(json.readTree(written.getData())).isEqualTo(json.readTree(approved));
            assertThat((Object) serializer.deserialize(
                            new SimpleSerializedObject<>(approved, String.class, written.getType())))
                    .isEqualTo(event);
        }
    }
}
