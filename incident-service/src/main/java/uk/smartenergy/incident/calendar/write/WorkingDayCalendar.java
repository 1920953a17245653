package uk.smartenergy.incident.calendar.write;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.calendar.CalendarCommand;
import uk.smartenergy.incident.api.calendar.CalendarCommand.*;
import uk.smartenergy.incident.api.calendar.CalendarEvent.*;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;

/**
 * The Working-Day calendar: given by a file, corrected day by day. What is said again changes nothing.
 *
 * <ul>
 *   <li>The last correction of a day holds, whatever library and file say of it.
 *   <li>Of the file's additions the last recorded hold, all together.
 *   <li>A caller who has seen an older revision than the one that stands is refused.
 * </ul>
 */
@Aggregate
public class WorkingDayCalendar {
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable CalendarGiven given;
    private final Map<LocalDate, CalendarCorrected> corrections = new HashMap<>();
    private long revision;

    /** For Axon. */
    protected WorkingDayCalendar() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CalendarAccepted handle(CorrectCalendar command, MetaData meta) {
        refuseIfStale(meta);
        CalendarCorrected standing = corrections.get(command.date());
        boolean same = standing != null && standing.workingDay() == command.workingDay();
        if (!same) {
            AggregateLifecycle.apply(new CalendarCorrected(command.date(), command.workingDay(), command.reason()));
        }
        return new CalendarAccepted(revision, !same);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CalendarAccepted handle(SeedCalendar command) {
        CalendarGiven now = new CalendarGiven(command.extraWorkingDays(), command.extraHolidays());
        boolean same = Objects.equals(now, given);
        if (!same) {
            AggregateLifecycle.apply(now);
        }
        return new CalendarAccepted(revision, !same);
    }

    private void refuseIfStale(MetaData meta) {
        Object expected = meta.get(MetaKeys.EXPECTED_VERSION);
        if (expected != null && !expected.toString().equals(String.valueOf(revision))) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "STALE_VERSION",
                    "You have seen revision " + expected + " of the calendar; it is at " + revision + " now.",
                    Map.of("version", String.valueOf(revision)));
        }
    }

    @EventSourcingHandler
    void on(CalendarCorrected corrected) {
        stream = CalendarCommand.STREAM;
        corrections.put(corrected.date(), corrected);
        revision++;
    }

    @EventSourcingHandler
    void on(CalendarGiven now) {
        stream = CalendarCommand.STREAM;
        given = now;
        revision++;
    }
}
