package uk.smartenergy.incident.maintenance.read.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.maintenance.Decision;
import uk.smartenergy.incident.api.maintenance.Finding;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionDecided;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionRequested;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowCancelled;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowCompleted;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowMoved;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowScheduled;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth.HoursUsed;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindWindows;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetMaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetWindow;
import uk.smartenergy.incident.api.maintenance.Risk;
import uk.smartenergy.incident.api.maintenance.WindowContent;
import uk.smartenergy.incident.api.maintenance.WindowFilter;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** The limits, on windows as they are folded from their events. */
class FindingsTest {
    private static final Instant NOTICE = Instant.parse("2018-08-01T09:00:00Z");
    private static final Instant ASKED = Instant.parse("2018-09-05T12:00:00Z");
    private static final Moment PRESENT = Moment.present(Instant.parse("2018-12-01T12:00:00Z"));
    private static final WindowId FIRST = id(1);
    private static final WindowId SECOND = id(2);

    private final Histories<MaintenanceEvent> histories = new Histories<>("windows", MaintenanceEvent.class);
    private final MaintenanceCalendar calendar = new MaintenanceCalendar(
            histories,
            ReferenceData.shipped().rules(MaintenanceRules.class),
            knownAt -> ReferenceData.shipped().workingDays());
    private final List<WindowId> recorded = new ArrayList<>();

    private static WindowId id(int number) {
        return new WindowId("PMW%012d".formatted(number));
    }

    private void take(MaintenanceEvent event) {
        take(event, event.occurredAt());
    }

    private void take(MaintenanceEvent event, Instant recordedAt) {
        long sequence = recorded.stream().filter(event.windowId()::equals).count();
        recorded.add(event.windowId());
        histories.apply(RecordedEvent.of(new GenericDomainEventMessage<>(
                "Window",
                event.record(),
                sequence,
                event,
                MetaData.emptyInstance(),
                "e" + recorded.size(),
                recordedAt)));
        histories.publish();
    }

    private static WindowScheduled scheduled(
            WindowId id, String start, String end, Classification classification, String... services) {
        WindowContent content = new WindowContent(
                "CSP North",
                "Upgrade",
                null,
                List.of(services),
                List.of("North"),
                Risk.LOW,
                null,
                null,
                null,
                classification);
        return new WindowScheduled(id, NOTICE, content, Instant.parse(start), Instant.parse(end));
    }

    private void schedule(WindowId id, String start, String end, String... services) {
        take(scheduled(id, start, end, Classification.GREEN, services));
    }

    private void except(WindowId id, Limit limit) {
        take(new ExceptionRequested(id, ASKED, 1, List.of(limit), "Urgent"));
        take(new ExceptionDecided(id, ASKED.plusSeconds(60), 1, Decision.GRANTED, "Needed"));
    }

    private WindowView window(WindowId id) {
        return window(id, PRESENT);
    }

    private WindowView window(WindowId id, Moment moment) {
        return calendar.on(new GetWindow(Viewer.service(), moment, id)).orElseThrow();
    }

    private Optional<Finding> found(WindowId id, Limit limit) {
        return window(id).findings().stream().filter(one -> one.code() == limit).findFirst();
    }

    private MaintenanceMonth month(String month) {
        return calendar.on(new GetMaintenanceMonth(Viewer.service(), PRESENT, java.time.YearMonth.parse(month)));
    }

    private HoursUsed all(String month) {
        return month(month).hours().getFirst();
    }

    /** British summer time ended on 28 October 2018 at 01:00 UTC, and began on 25 March 2018. */
    @ParameterizedTest
    @CsvSource({
        "2018-10-09T19:00:00Z, 2018-10-10T07:00:00Z, 0",
        "2018-10-09T18:59:00Z, 2018-10-10T07:00:00Z, 1",
        "2018-10-09T19:00:00Z, 2018-10-10T07:01:00Z, 1",
        "2018-10-09T19:00:00Z, 2018-10-10T07:00:01Z, 1",
        "2018-10-27T19:00:00Z, 2018-10-28T08:00:00Z, 0",
        "2018-10-27T18:00:00Z, 2018-10-28T09:00:00Z, 120",
        "2018-03-24T20:00:00Z, 2018-03-25T07:00:00Z, 0",
        "2018-03-24T20:00:00Z, 2018-03-25T08:00:00Z, 60",
        "2018-10-09T11:00:00Z, 2018-10-09T12:00:00Z, 60",
        "2018-10-09T11:00:00Z, 2018-10-11T11:00:00Z, 1440"
    })
    void minutesOutsideTheNightAreThoseThatReallyPass(String start, String end, long minutes) {
        schedule(FIRST, start, end, "WAN");

        assertThat(found(FIRST, Limit.OUTSIDE_PERMITTED_HOURS)
                        .map(one -> one.figures().minutesOutside())
                        .orElse(0L))
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        // Exactly the six hours, and a minute more.
        "2018-10-09T20:00:00Z, 2018-10-10T02:00:00Z, WAN, 0",
        "2018-10-09T20:00:00Z, 2018-10-10T02:01:00Z, WAN, 1",
        // Four for the Self-Service Interface.
        "2018-10-09T20:00:00Z, 2018-10-10T00:00:00Z, Self-Service Interface, 0",
        "2018-10-09T20:00:00Z, 2018-10-10T01:00:00Z, Self-Service Interface, 60",
        // The hour that the clocks go back through passes twice.
        "2018-10-27T21:00:00Z, 2018-10-28T04:00:00Z, WAN, 60"
    })
    void theHoursOfAMonthAreLimited(String start, String end, String service, long over) {
        schedule(FIRST, start, end, service);

        assertThat(found(FIRST, Limit.MONTHLY_HOURS_EXCEEDED)
                        .map(one -> one.figures().overMinutes())
                        .orElse(0L))
                .isEqualTo(over);
    }

    @Test
    void whereWindowsOverlapTimeCountsOnceAndBothAreNamed() {
        schedule(FIRST, "2018-10-09T20:00:00Z", "2018-10-10T00:00:00Z", "WAN");
        schedule(SECOND, "2018-10-09T22:00:00Z", "2018-10-10T03:00:00Z", "SMKI");

        Finding hours = found(FIRST, Limit.MONTHLY_HOURS_EXCEEDED).orElseThrow();
        assertThat(hours.figures().usedMinutes()).isEqualTo(420);
        assertThat(hours.figures().windows()).containsExactly(FIRST, SECOND);
        assertThat(hours.sentence())
                .isEqualTo(
                        "All Planned Maintenance: October 2018 has 7 h, 1 h more than the 6 h allowed; they are used by "
                                + "PMW000000000001, PMW000000000002.");
        Finding.Overlap overlap =
                found(SECOND, Limit.OVERLAPS).orElseThrow().figures().overlaps().getFirst();
        assertThat(overlap).isEqualTo(new Finding.Overlap(FIRST, "CSP North", 120, List.of(), List.of("North")));
    }

    @Test
    void whatOnlyTouchesDoesNotOverlap() {
        schedule(FIRST, "2018-10-09T20:00:00Z", "2018-10-09T22:00:00Z", "WAN");
        schedule(SECOND, "2018-10-09T22:00:00Z", "2018-10-10T00:00:00Z", "WAN");

        assertThat(found(FIRST, Limit.OVERLAPS)).isEmpty();
    }

    @Test
    void aWindowOverTheEndOfAMonthIsPartedAtLondonsMidnight() {
        schedule(FIRST, "2018-09-30T20:00:00Z", "2018-10-01T02:00:00Z", "WAN");

        assertThat(all("2018-09").usedMinutes()).isEqualTo(180);
        assertThat(all("2018-10").usedMinutes()).isEqualTo(180);
        assertThat(month("2018-10").windows()).hasSize(1);
        assertThat(month("2018-11").windows()).isEmpty();
    }

    @Test
    void whatIsCancelledUsesNothingAndIsFoundNothingAbout() {
        schedule(FIRST, "2018-10-09T20:00:00Z", "2018-10-10T06:00:00Z", "WAN");
        schedule(SECOND, "2018-10-09T20:00:00Z", "2018-10-09T21:00:00Z", "WAN");
        take(new WindowCancelled(FIRST, ASKED, "Not needed"));

        assertThat(window(FIRST).findings()).isEmpty();
        assertThat(window(SECOND).findings()).isEmpty();
        assertThat(all("2018-10").usedMinutes()).isEqualTo(60);
    }

    @Test
    void onceTheActualHoursAreOnRecordTheyCount() {
        schedule(FIRST, "2018-10-09T20:00:00Z", "2018-10-10T04:00:00Z", "WAN");
        Instant start = Instant.parse("2018-10-09T20:00:00Z");
        take(new WindowCompleted(FIRST, start.plusSeconds(40_000), start, start.plusSeconds(3_600), null));

        assertThat(all("2018-10").usedMinutes()).isEqualTo(60);
        assertThat(window(FIRST).findings()).isEmpty();
    }

    /** 20 Working Days before 1 October 2018 is 3 September; August's bank holiday was the 27th. */
    @ParameterizedTest
    @CsvSource({
        "2018-09-03T22:59:59Z, 2018-10-09T20:00:00Z, ''",
        "2018-09-03T23:00:00Z, 2018-10-09T20:00:00Z, 19",
        "2018-09-20T12:00:00Z, 2018-10-31T20:00:00Z, 7",
        "2018-10-02T12:00:00Z, 2018-10-09T20:00:00Z, 0",
        "2018-08-02T12:00:00Z, 2018-09-09T20:00:00Z, ''",
        "2018-08-04T12:00:00Z, 2018-09-09T20:00:00Z, 19",
        "2018-09-20T12:00:00Z, 2018-09-30T23:30:00Z, 7"
    })
    void noticeIsGivenTwentyWorkingDaysBeforeTheMonth(String given, String start, String workingDays) {
        Instant from = Instant.parse(start);
        WindowContent content =
                scheduled(FIRST, start, start, Classification.GREEN, "WAN").content();
        take(new WindowScheduled(FIRST, Instant.parse(given), content, from, from.plusSeconds(60)));

        assertThat(found(FIRST, Limit.NOTICE_TOO_SHORT)
                        .map(one -> String.valueOf(one.figures().workingDaysOfNotice()))
                        .orElse(""))
                .isEqualTo(workingDays);
    }

    @Test
    void noticeOfAnotherTimeIsGivenWhenItIsMovedAndTheEarlierTimeIsKept() {
        schedule(FIRST, "2018-10-09T20:00:00Z", "2018-10-09T21:00:00Z", "WAN");
        Instant start = Instant.parse("2018-10-11T20:00:00Z");
        take(new WindowMoved(FIRST, ASKED, start, start.plusSeconds(3_600), "Clash"));

        assertThat(found(FIRST, Limit.NOTICE_TOO_SHORT).orElseThrow().figures().givenOn())
                .isEqualTo(LocalDate.parse("2018-09-05"));
        WindowView window = window(FIRST);
        assertThat(window.moves())
                .containsExactly(new WindowView.Move(
                        Instant.parse("2018-10-09T20:00:00Z"),
                        Instant.parse("2018-10-09T21:00:00Z"),
                        NOTICE,
                        ASKED,
                        "Clash"));
        assertThat(window.revision()).isEqualTo(1);
    }

    @Test
    void whatIsExceptedIsShownAsThatAndToldApart() {
        schedule(FIRST, "2018-10-09T20:00:00Z", "2018-10-10T02:00:00Z", "WAN");
        schedule(SECOND, "2018-10-16T20:00:00Z", "2018-10-16T22:00:00Z", "WAN");
        assertThat(found(SECOND, Limit.MONTHLY_HOURS_EXCEEDED)).isPresent();

        except(FIRST, Limit.MONTHLY_HOURS_EXCEEDED);

        Finding excepted = found(FIRST, Limit.MONTHLY_HOURS_EXCEEDED).orElseThrow();
        assertThat(excepted.excepted()).isTrue();
        assertThat(excepted.exception()).isEqualTo(1);
        assertThat(found(SECOND, Limit.MONTHLY_HOURS_EXCEEDED)).isEmpty();
        HoursUsed hours = all("2018-10");
        assertThat(hours.usedMinutes()).isEqualTo(480);
        assertThat(hours.exceptedMinutes()).isEqualTo(360);
        assertThat(hours.countedMinutes()).isEqualTo(120);
        assertThat(hours.exceeded()).isFalse();
    }

    @Test
    void anExceptionCoversTheTimeThatThePanelDecidedOnAndNoOther() {
        schedule(FIRST, "2018-10-09T11:00:00Z", "2018-10-09T12:00:00Z", "WAN");
        except(FIRST, Limit.OUTSIDE_PERMITTED_HOURS);
        assertThat(found(FIRST, Limit.OUTSIDE_PERMITTED_HOURS).orElseThrow().excepted())
                .isTrue();

        Instant start = Instant.parse("2018-10-11T11:00:00Z");
        take(new WindowMoved(FIRST, ASKED.plusSeconds(90), start, start.plusSeconds(3_600), "Clash"));

        assertThat(found(FIRST, Limit.OUTSIDE_PERMITTED_HOURS).orElseThrow().excepted())
                .isFalse();
        assertThat(window(FIRST).exceptionRequests().getFirst().covers()).isFalse();
    }

    @Test
    void itStandsAsItStoodThenAndAsItWasKnownThen() {
        schedule(FIRST, "2018-10-09T20:00:00Z", "2018-10-10T00:00:00Z", "WAN");
        Instant recordedAt = Instant.parse("2018-11-01T12:00:00Z");
        take(new WindowCancelled(FIRST, ASKED, "Not needed"), recordedAt);
        Instant now = PRESENT.now();

        assertThat(window(FIRST, new Moment(ASKED.minusSeconds(1), null, now)).state())
                .isEqualTo(WindowState.SCHEDULED);
        assertThat(window(FIRST, new Moment(ASKED, null, now)).state()).isEqualTo(WindowState.CANCELLED);
        assertThat(window(FIRST, new Moment(null, recordedAt.minusSeconds(1), now))
                        .state())
                .isEqualTo(WindowState.COMPLETED);
        assertThat(window(FIRST, new Moment(Instant.parse("2018-10-09T20:00:00Z"), recordedAt.minusSeconds(1), now))
                        .state())
                .isEqualTo(WindowState.IN_PROGRESS);
        assertThat(calendar.on(new GetWindow(Viewer.service(), new Moment(NOTICE.minusSeconds(1), null, now), FIRST)))
                .isEmpty();
    }

    @Test
    void whatIsRedUsesNoHoursAndOverlapsWithNothingForThoseWhoMayNotSeeIt() {
        schedule(FIRST, "2018-10-09T20:00:00Z", "2018-10-10T01:00:00Z", "WAN");
        take(scheduled(SECOND, "2018-10-09T20:00:00Z", "2018-10-10T06:00:00Z", Classification.RED, "WAN"));

        assertThat(window(FIRST).findings()).isEmpty();
        assertThat(all("2018-10").usedMinutes()).isEqualTo(300);
        assertThat(calendar.on(new FindWindows(Viewer.service(), PRESENT, WindowFilter.all())))
                .extracting(WindowView::id)
                .containsExactly(FIRST);
        assertThat(calendar.on(new FindWindows(Viewer.clearedService(), PRESENT, WindowFilter.all())))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.findings()).isNotEmpty());
    }
}
