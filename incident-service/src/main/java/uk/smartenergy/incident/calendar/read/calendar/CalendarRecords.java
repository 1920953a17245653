package uk.smartenergy.incident.calendar.read.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.calendar.CalendarEvent;
import uk.smartenergy.incident.api.calendar.CalendarEvent.CalendarCorrected;
import uk.smartenergy.incident.api.calendar.CalendarEvent.CalendarGiven;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Day;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Days;
import uk.smartenergy.incident.api.calendar.CalendarQuery.FindDays;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Why;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** The calendar after each of its changes, so that every question gets it as it was known. */
public final class CalendarRecords implements Projection, Calendars {
    public static final String NAME = "working-days";

    private final WorkingDays file;
    private final List<Recorded> all = new ArrayList<>();
    private int published;
    private volatile List<Known> known;

    private record Recorded(CalendarEvent event, Instant recordedAt) {}

    /** @param since {@code null}: before the first change */
    private record Known(@Nullable Instant since, WorkingDays days) {}

    /** @param file as the reference data has it: what is known as long as nothing is on record */
    public CalendarRecords(WorkingDays file) {
        this.file = file;
        this.known = List.of(new Known(null, file));
    }

    @Override
    public WorkingDays knownAt(@Nullable Instant knownAt) {
        List<Known> now = known;
        for (int i = now.size() - 1; i > 0; i--) {
            Instant since = now.get(i).since();
            if (knownAt == null || (since != null && !since.isAfter(knownAt))) {
                return now.get(i).days();
            }
        }
        return now.getFirst().days();
    }

    @Override
    public long revision() {
        return known.size() - 1L;
    }

    @QueryHandler
    public Days on(FindDays query) {
        WorkingDays days = knownAt(query.knownAt());
        return new Days(
                query.from()
                        .datesUntil(query.to().plusDays(1))
                        .map(date -> day(days, date))
                        .toList(),
                revision());
    }

    private static Day day(WorkingDays days, LocalDate date) {
        WorkingDays.Reason reason = days.reasonOf(date);
        return new Day(date, reason.workingDay(), Why.valueOf(reason.kind().name()), reason.name());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(RecordedEvent event) {
        if (event.is(CalendarEvent.class)) {
            all.add(new Recorded(event.payload(CalendarEvent.class), event.recordedAt()));
        }
    }

    @Override
    public void publish() {
        if (all.size() == published) {
            return;
        }
        List<Known> after = new ArrayList<>(published == 0 ? List.of(first()) : known);
        for (Recorded recorded : all.subList(published, all.size())) {
            WorkingDays before = after.getLast().days();
            after.add(new Known(
                    recorded.recordedAt(),
                    switch (recorded.event()) {
                        case CalendarGiven given ->
                            before.withAdditions(given.extraWorkingDays(), given.extraHolidays());
                        case CalendarCorrected corrected ->
                            before.withCorrection(corrected.date(), corrected.workingDay(), corrected.reason());
                    }));
        }
        published = all.size();
        known = List.copyOf(after);
    }

    /** What was known before the first change: what the file said then, so that what it says today does not change the past. */
    private Known first() {
        return all.getFirst().event() instanceof CalendarGiven given
                ? new Known(null, file.withAdditions(given.extraWorkingDays(), given.extraHolidays()))
                : new Known(null, file);
    }

    @Override
    public void discard() {
        all.subList(published, all.size()).clear();
    }

    @Override
    public void reset() {
        all.clear();
        published = 0;
        known = List.of(new Known(null, file));
    }
}
