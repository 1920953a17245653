package uk.smartenergy.incident.platform.ical;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A published calendar as a file (RFC 5545, RFC 7986). The same entries make the same file, so that whoever has it need not fetch it again. Times
 * are in UTC.
 */
public final class CalendarFile {
    private static final String PRODUCT = "-//Smart Energy//Incident Management//EN";
    /** What is published must have an organiser, and the organiser an address (RFC 5546); there is nobody to write to. */
    private static final URI NO_MAIL = URI.create("invalid:nomail");

    private static final int MOST_OCTETS = 75;
    private static final String NEW_LINE = "\r\n";

    private CalendarFile() {}

    /** @param name of the calendar. @param refresh how often it is worth looking again */
    public static byte[] of(String name, Duration refresh, List<CalendarEntry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new Name(name));
        // Many programs know these from before there was a standard.
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), refresh));
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        entries.forEach(entry -> calendar.add(event(entry)));
        return folded(calendar.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new LastModified(entry.changedAt()));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStart<>(entry.start()));
        event.add(new DtEnd<>(entry.end()));
        event.add(new Summary(text(entry.summary())));
        event.add(new Description(text(entry.description())));
        if (!entry.categories().isEmpty()) {
            event.add(new Categories(new TextList(entry.categories())));
        }
        if (!entry.location().isEmpty()) {
            event.add(new Location(text(entry.location())));
        }
        event.add(new Organizer(new ParameterList(List.of(new Cn(entry.organiser()))), NO_MAIL));
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Clazz(entry.privacy().name()));
        // It makes nobody busy who sees it.
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** A line of text ends in one way only. */
    private static String text(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Lines of 75 octets at most; what is longer goes on after a blank in the next. No character is torn apart. */
    static String folded(String content) {
        StringBuilder all = new StringBuilder(content.length() + content.length() / 32);
        for (String line : content.split(NEW_LINE)) {
            int octets = 0;
            for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
                String character = Character.toString(line.codePointAt(i));
                int more = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + more > MOST_OCTETS) {
                    all.append(NEW_LINE).append(' ');
                    octets = 1;
                }
                all.append(character);
                octets += more;
            }
            all.append(NEW_LINE);
        }
        return all.toString();
    }
}
