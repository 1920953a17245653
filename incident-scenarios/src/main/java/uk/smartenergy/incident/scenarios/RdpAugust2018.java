package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * August 2018 on the registration data interface, so that the RDP Incident Report says what the paper SECP_61_1210_19 says. The companies are
 * invented. Part of it is told command by command, part is imported; told twice, it changes nothing.
 */
final class RdpAugust2018 {

    private static final String NAME = "rdp-august-2018";
    private static final String REPORT = "/reports/rdp-incidents?period=2018-08&asOf=2018-10-05";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);

    private static final String LARKHILL = "Larkhill Energy";
    private static final String FERNBROOK = "Fernbrook Power";
    private static final String STOWMERE = "Stowmere Networks";
    private static final String FENWICK = "Fenwick Registration Services";
    private static final String ALDERMOOR = "Aldermoor Registration Data";

    /** What the report must say. */
    private enum Figure {
        openedAndResolvedInPeriod("7 Incidents opened and resolved in the month.", 1, 2, 3, 4, 5, 6, 7),
        unresolvedAtPeriodEnd("Five open incidents reported unresolved.", 11, 12, 13, 14, 15),
        resolvedSince("One has since been resolved.", 15),
        stillOpen("The remaining four ...", 11, 12, 13, 14),
        stillOpenOverOneMonth("... are all now over one month old.", 11, 12, 13, 14);

        private final String sentence;
        private final Set<String> references = new TreeSet<>();

        Figure(String sentence, int... numbers) {
            this.sentence = sentence;
            for (int number : numbers) {
                references.add(reference(number));
            }
        }
    }

    private final ServiceClient service;
    private final PrintStream out;

    RdpAugust2018(ServiceClient service, PrintStream out) {
        this.service = service;
        this.out = out;
    }

    /** @return whether the report says what the paper says, with the right Incidents behind each figure */
    boolean run() throws IOException {
        for (History history : commanded()) {
            history.tellTo(service, NAME);
        }
        JsonNode imported = History.tellByImport(service, imported()).json();
        out.printf(
                "Told: %d Incidents command by command; %d lines imported, of which %d were known%n%n",
                commanded().size(),
                imported.path("lines").asInt(),
                imported.path("unchanged").asInt());
        JsonNode report = service.get(REPORT).orFail("The report").json();
        out.println("RDP Incident Report, August 2018, as of 5 October 2018");
        out.println("GET " + service.base() + "/api/v1" + REPORT);
        boolean asInPaper = true;
        for (Figure figure : Figure.values()) {
            asInPaper &= print(figure, report);
        }
        out.printf("%nBy RDP: %s%n", report.path("byRdp"));
        out.println(asInPaper ? "\nThe figures are the paper's." : "\nTHE FIGURES ARE NOT THE PAPER'S.");
        return asInPaper;
    }

    private boolean print(Figure figure, JsonNode report) {
        List<JsonNode> behind = new ArrayList<>();
        Set<String> references = new TreeSet<>();
        for (JsonNode line : report.path("incidents")) {
            if (line.path(figure.name()).asBoolean()) {
                behind.add(line);
                references.add(line.path("externalReference").asString("(none)"));
            }
        }
        long said = report.path(figure.name()).asLong(-1);
        boolean right =
                said == figure.references.size() && behind.size() == said && references.equals(figure.references);
        out.printf("%n%3d  %-26s paper: \"%s\"%s%n", said, figure, figure.sentence, right ? "" : "  <-- DIFFERS");
        for (JsonNode line : behind) {
            out.printf(
                    "     %s %s  raised %s  %-22s  %s (%s)%n",
                    line.path("id").asString(),
                    line.path("externalReference").asString(""),
                    time(line.path("raisedAt")),
                    line.path("resolvedAt").isString() ? "resolved " + time(line.path("resolvedAt")) : "open",
                    line.path("summary").asString(),
                    line.path("rdp").asString());
        }
        if (!right) {
            out.println("     expected: " + figure.references);
        }
        return right;
    }

    private static String time(JsonNode instant) {
        return TIME.format(Instant.parse(instant.asString()).atZone(History.LONDON));
    }

    private static String reference(int number) {
        return "RDP-AUG18-%02d".formatted(number);
    }

    private static List<History> commanded() {
        return List.of(
                // Raised at the very beginning of August: 23:00 on 31 July in UTC.
                raised(1, "2018-08-01T00:00", LARKHILL, "No registration file received overnight")
                        .assigned("2018-08-01T08:40", FENWICK)
                        .respondedTo("2018-08-01T09:05")
                        .resolved("2018-08-02T16:30", "The file was sent again"),
                raised(2, "2018-08-03T10:15", FERNBROOK, "Registration file refused: wrong sequence number")
                        .assigned("2018-08-03T10:50", FENWICK)
                        .respondedTo("2018-08-03T11:20")
                        .paused("2018-08-03T14:00", "The raiser is asked which file it was")
                        .resumed("2018-08-06T09:30")
                        .resolved("2018-08-07T12:00", "The sequence was set right"),
                raised(3, "2018-08-08T07:55", STOWMERE, "Supplier of 40 meter points shown wrongly")
                        .assigned("2018-08-08T08:30", ALDERMOOR)
                        .respondedTo("2018-08-08T11:00")
                        .resolved("2018-08-10T17:45", "Records corrected"),
                // Resolved, found wanting, and resolved again, all within the month.
                raised(4, "2018-08-09T13:20", LARKHILL, "Responses to registration changes are missing")
                        .assigned("2018-08-09T13:45", FENWICK)
                        .resolved("2018-08-13T10:00", "Queue restarted")
                        .reopened("2018-08-14T09:10", "Responses are missing again")
                        .resolved("2018-08-16T18:00", "Queue repaired"),
                raised(5, "2018-08-20T16:05", FERNBROOK, "Duplicate registration records in one file")
                        .assigned("2018-08-20T16:30", ALDERMOOR)
                        .respondedTo("2018-08-21T09:00")
                        .resolved("2018-08-31T23:59:59", "Duplicates removed"),
                // Raised in July, and open ever since.
                raised(11, "2018-07-26T11:30", STOWMERE, "Meter points without a registered supplier")
                        .assigned("2018-07-26T12:00", ALDERMOOR)
                        .respondedTo("2018-07-27T09:30")
                        .escalated("2018-08-24T10:00", "SERVICE_DESK_MANAGER", "No progress in four weeks"),
                // Resolved and re-opened: it keeps the date when it was raised.
                raised(12, "2018-08-06T09:00", LARKHILL, "Change of supplier not reflected for some meter points")
                        .assigned("2018-08-06T09:20", ALDERMOOR)
                        .respondedTo("2018-08-06T10:10")
                        .resolved("2018-08-09T15:00", "Changes loaded")
                        .reopened("2018-08-13T08:45", "Not all changes were loaded"),
                raised(13, "2018-08-22T14:40", FERNBROOK, "Files arrive after the agreed time")
                        .assigned("2018-08-22T15:00", ALDERMOOR)
                        .respondedTo("2018-08-23T08:30")
                        .paused("2018-08-24T16:00", "The raiser is asked for examples"),
                // Open on 31 August, resolved since.
                raised(15, "2018-08-29T08:10", STOWMERE, "Interface refuses connections in the evening")
                        .assigned("2018-08-29T08:30", FENWICK)
                        .respondedTo("2018-08-29T09:00")
                        .resolved("2018-09-19T17:20", "Connection limit raised"),
                // These count nowhere: raised in July and resolved in August, raised when August was over, no RDP
                // Incident.
                raised(21, "2018-07-30T10:00", LARKHILL, "File received twice")
                        .assigned("2018-07-30T10:20", FENWICK)
                        .resolved("2018-08-03T10:00", "The second file was ignored"),
                raised(22, "2018-09-01T00:00", FERNBROOK, "No registration file received on the first")
                        .assigned("2018-09-03T08:30", FENWICK),
                History.raised(
                                reference(23),
                                "2018-08-15T12:00",
                                "SERVICE",
                                LARKHILL,
                                "Registration data is shown late in the Self-Service Interface")
                        .assigned("2018-08-15T12:30", "DSP"));
    }

    private static List<History> imported() {
        return List.of(
                raised(6, "2018-08-14T06:30", STOWMERE, "Refresh of registration data incomplete")
                        .assigned("2018-08-14T08:00", FENWICK)
                        .respondedTo("2018-08-14T08:40")
                        .resolved("2018-08-15T15:15", "Refresh repeated"),
                raised(7, "2018-08-27T19:00", LARKHILL, "Gas meter points missing from the nightly file")
                        .assigned("2018-08-28T08:15", ALDERMOOR)
                        .resolved("2018-08-30T11:00", "Meter points added"),
                // Open on 5 October, resolved three days later: too late for the paper.
                raised(14, "2018-08-16T10:25", FERNBROOK, "Wrong network operator named for a new estate")
                        .assigned("2018-08-16T11:00", ALDERMOOR)
                        .respondedTo("2018-08-17T09:00")
                        .resolved("2018-10-08T14:00", "Network operator corrected"));
    }

    private static History raised(int number, String at, String party, String summary) {
        return History.raised(reference(number), at, party, summary);
    }
}
