package uk.smartenergy.incident.calendar.automation;

import uk.smartenergy.incident.api.calendar.CalendarCommand.CalendarAccepted;
import uk.smartenergy.incident.api.calendar.CalendarCommand.SeedCalendar;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** Puts the additions that the file makes to the public holidays on record where they are not yet. Several nodes may do it at the same time. */
class WhenStartedThenRecordCalendar {
    private final Messages messages;
    private final WorkingDays file;

    WhenStartedThenRecordCalendar(Messages messages, WorkingDays file) {
        this.messages = messages;
        this.file = file;
    }

    /** @return whether there was anything to record */
    boolean record() {
        CalendarAccepted accepted = messages.send(
                new SeedCalendar(file.extraWorkingDays(), file.extraHolidays()), Caller.of(Viewer.service()));
        return accepted.changed();
    }
}
