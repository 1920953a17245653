package uk.smartenergy.incident.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.calendar.CalendarCommand.CorrectCalendar;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Day;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Days;
import uk.smartenergy.incident.api.calendar.CalendarQuery.FindDays;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.WorkingDays;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/** Which days are Working Days, and corrections of that. */
@Tag(name = "Working Days", description = "The calendar that targets and closing by itself go by.")
@RestController
@RequestMapping("/api/v1/working-days")
final class WorkingDaysController {
    private static final int MOST_DAYS = 3_700;

    static final Field<LocalDate> FROM = date("from", "The first day; default the first of this month.");
    static final Field<LocalDate> TO = date("to", "The last day; default the last of the first one's month.");
    static final Form DAYS = Form.of("WorkingDaysQuery", FROM, TO, Inquiry.KNOWN_AT);

    static final Field<LocalDate> DATE =
            date("date", "The day, in Europe/London.").must().eg("2018-12-24");
    static final Field<Boolean> WORKING_DAY =
            Field.flag("workingDay", "Whether it is a Working Day.").must().eg(false);
    static final Field<String> REASON =
            Field.text("reason", 4_000, "Why.").must().eg("Declared by the government at short notice");
    static final Form CORRECTION = Form.of("CalendarCorrection", DATE, WORKING_DAY, REASON);

    private final Messages messages;
    private final Sender sender;

    WorkingDaysController(Messages messages, Sender sender) {
        this.messages = messages;
        this.sender = sender;
    }

    /** @param revision how many changes the calendar has had */
    record WorkingDayList(
            List<Day> items, @Nullable String nextCursor, long total, long workingDays, long revision, String note) {}

    @Operation(
            summary = "Which days are Working Days, and why",
            description = "As it was known at any time. Default, verify against the SEC in force.")
    @GetMapping
    ResponseEntity<WorkingDayList> findWorkingDays(Inquiry inquiry) {
        Filled in = inquiry.as(DAYS);
        LocalDate from = in.or(
                FROM, LocalDate.ofInstant(inquiry.now(), WorkingDays.LONDON).withDayOfMonth(1));
        LocalDate to = in.or(TO, from.withDayOfMonth(from.lengthOfMonth()));
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw Problem.invalid("/to", "must be from " + from + " to " + from.plusDays(MOST_DAYS));
        }
        Days days = messages.ask(new FindDays(inquiry.viewer(), from, to, in.get(Inquiry.KNOWN_AT)));
        return ResponseEntity.ok()
                .eTag(Versions.tag(days.revision()))
                .body(new WorkingDayList(
                        days.days(),
                        null,
                        days.days().size(),
                        days.days().stream().filter(Day::workingDay).count(),
                        days.revision(),
                        ReferenceData.NOTE));
    }

    @Operation(
            summary = "Correct the calendar",
            description =
                    "The day is a Working Day, or is none, whatever was known before. Clocks follow; what was known before is still seen by knownAt.")
    @Creates
    @PostMapping("/corrections")
    ResponseEntity<Day> correctWorkingDays(Asker asker, Body body) {
        Filled in = body.as(CORRECTION);
        LocalDate date = in.need(DATE);
        sender.send(new CorrectCalendar(date, in.need(WORKING_DAY), in.need(REASON)), asker, date.toString());
        Days days = messages.ask(new FindDays(asker.viewer(), date, date, null));
        return ResponseEntity.created(URI.create("/api/v1/working-days?from=" + date + "&to=" + date))
                .eTag(Versions.tag(days.revision()))
                .body(days.days().getFirst());
    }

    private static Field<LocalDate> date(String name, String description) {
        return Field.startingAt(name, description).map(instant -> LocalDate.ofInstant(instant, WorkingDays.LONDON));
    }
}
