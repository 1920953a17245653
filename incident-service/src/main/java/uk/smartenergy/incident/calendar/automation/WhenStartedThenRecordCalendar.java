package uk.smartenergy.incident.calendar.automation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.calendar.CalendarCommand.CalendarAccepted;
import uk.smartenergy.incident.api.calendar.CalendarCommand.SeedCalendar;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** Puts the additions that the file makes to the public holidays on record where they are not yet. Several nodes may do it at the same time. */
class WhenStartedThenRecordCalendar {
    private static final Logger LOG = LoggerFactory.getLogger(WhenStartedThenRecordCalendar.class);

    private final Messages messages;
    private final WorkingDays file;
    private boolean failing;

    WhenStartedThenRecordCalendar(Messages messages, WorkingDays file) {
        this.messages = messages;
        this.file = file;
    }

    /** @return whether it is on record; if not it is worth trying again */
    boolean recorded() {
        try {
            CalendarAccepted accepted = messages.send(
                    new SeedCalendar(file.extraWorkingDays(), file.extraHolidays()), Caller.of(Viewer.service()));
            if (accepted.changed()) {
                LOG.info("The calendar's additions were put on record");
            }
            return true;
        } catch (RuntimeException notNow) {
            if (!failing) {
                LOG.warn("The calendar's additions cannot be put on record at present: {}", notNow.toString());
            }
            failing = true;
            return false;
        }
    }
}
