package uk.smartenergy.incident.calendar.read.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.calendar.CalendarCommand;
import uk.smartenergy.incident.api.calendar.CalendarEvent;
import uk.smartenergy.incident.api.calendar.CalendarEvent.CalendarCorrected;
import uk.smartenergy.incident.api.calendar.CalendarEvent.CalendarGiven;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Day;
import uk.smartenergy.incident.api.calendar.CalendarQuery.FindDays;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Why;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class CalendarRecordsTest {
    private static final Instant T = Instant.parse("2018-12-01T09:00:00Z");
    private static final LocalDate EVE = LocalDate.of(2018, 12, 24);

    private final CalendarRecords records =
            new CalendarRecords(ReferenceData.shipped().workingDays());
    private long sequence;

    @Test
    void whoAsksAsKnownBeforeACorrectionGetsTheCalendarOfBefore() {
        recorded(T, new CalendarGiven(Set.of(), Set.of()));
        recorded(T.plusSeconds(60), new CalendarCorrected(EVE, false, "Declared"));

        assertThat(records.knownAt(null).isWorkingDay(EVE)).isFalse();
        assertThat(records.knownAt(T.plusSeconds(60)).isWorkingDay(EVE)).isFalse();
        assertThat(records.knownAt(T.plusSeconds(59)).isWorkingDay(EVE)).isTrue();
        assertThat(records.knownAt(Instant.EPOCH).isWorkingDay(EVE)).isTrue();
    }

    @Test
    void whatAnotherFileSaysTodayWasNotKnownBeforeTheFirstOneWasRecorded() {
        CalendarRecords today =
                new CalendarRecords(ReferenceData.shipped().workingDays().withAdditions(Set.of(), Set.of(EVE)));
        today.apply(message(T, new CalendarGiven(Set.of(), Set.of())));
        today.apply(message(T.plusSeconds(60), new CalendarGiven(Set.of(), Set.of(EVE))));
        today.publish();

        assertThat(today.knownAt(T.minusSeconds(1)).isWorkingDay(EVE)).isTrue();
        assertThat(today.knownAt(T).isWorkingDay(EVE)).isTrue();
        assertThat(today.knownAt(null).isWorkingDay(EVE)).isFalse();
    }

    @Test
    void theRevisionGrowsWithEachChangeAndWithNothingElse() {
        assertThat(records.revision()).isZero();
        recorded(T, new CalendarCorrected(EVE, false, "Declared"));
        assertThat(records.revision()).isEqualTo(1);
        records.publish();
        assertThat(records.revision()).isEqualTo(1);
        recorded(T, new CalendarGiven(Set.of(EVE), Set.of()));
        assertThat(records.revision()).isEqualTo(2);
    }

    @Test
    void aCorrectionHoldsWhateverTheFileSaysLater() {
        recorded(T, new CalendarCorrected(EVE, false, "Declared"));
        recorded(T, new CalendarGiven(Set.of(EVE), Set.of(EVE.plusDays(3))));

        assertThat(records.knownAt(null).isWorkingDay(EVE)).isFalse();
        assertThat(records.knownAt(null).isWorkingDay(EVE.plusDays(3))).isFalse();
    }

    @Test
    void everyDayIsShownWithItsReason() {
        recorded(T, new CalendarCorrected(EVE, false, "Declared"));

        List<Day> days = records.on(new FindDays(Viewer.service(), EVE.minusDays(3), EVE.plusDays(1), null))
                .days();

        assertThat(days)
                .extracting(Day::why)
                .containsExactly(Why.WEEKDAY, Why.WEEKEND, Why.WEEKEND, Why.CORRECTION, Why.PUBLIC_HOLIDAY);
        assertThat(days.get(3).name()).isEqualTo("Declared");
        assertThat(days.getLast().name()).containsIgnoringCase("christmas");
    }

    @Test
    void whatWasNotPublishedIsForgottenAndARebuildBeginsAnew() {
        records.apply(message(T, new CalendarCorrected(EVE, false, "Declared")));
        records.discard();
        records.publish();
        assertThat(records.knownAt(null).isWorkingDay(EVE)).isTrue();

        recorded(T, new CalendarCorrected(EVE, false, "Declared"));
        records.reset();
        assertThat(records.knownAt(null).isWorkingDay(EVE)).isTrue();
        assertThat(records.revision()).isZero();
    }

    private void recorded(Instant at, CalendarEvent event) {
        records.apply(message(at, event));
        records.publish();
    }

    private RecordedEvent message(Instant at, CalendarEvent event) {
        return RecordedEvent.of(new GenericDomainEventMessage<>(
                "WorkingDayCalendar",
                CalendarCommand.STREAM,
                sequence++,
                event,
                MetaData.emptyInstance(),
                "e" + sequence,
                at));
    }
}
