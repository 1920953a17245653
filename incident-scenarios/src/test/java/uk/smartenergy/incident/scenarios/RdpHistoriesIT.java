package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The RDP Incident Report of other months than the paper's: ends of February, clock changes, midnights, re-openings, and what became known late.
 * Every history ends with all its Incidents resolved, so that none of them shows in another's month.
 */
class RdpHistoriesIT {

    private static final String PARTY = "Larkhill Energy";
    private static final String RDP = "Aldermoor Registration Data";

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.Launch.on(folder.resolve("data")).start();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void aMonthAfterTheLastDaysOfJanuaryEndsWithFebruaryWhichMayBeALeapOne() throws IOException {
        tell(
                raised("FEB19-31", "2019-01-31T10:00").resolved("2019-05-01T10:00", "Done"),
                raised("FEB19-30", "2019-01-30T09:00").resolved("2019-05-01T10:00", "Done"),
                raised("FEB19-28", "2019-02-28T10:00").resolved("2019-05-01T10:00", "Done"),
                raised("FEB19-DONE", "2019-02-04T10:00").resolved("2019-02-28T23:59:59.999", "Done"),
                raised("FEB19-SINCE", "2019-02-05T10:00").resolved("2019-03-01T00:00", "Done"));
        assertThat(report("2019-01", "2019-02-28T10:00:00Z").figures()).isEqualTo("0 2 0 2 1");
        assertThat(report("2019-01", "2019-02-28T10:00:00Z").behind("stillOpenOverOneMonth"))
                .containsExactly("FEB19-30");
        assertThat(report("2019-01", "2019-02-28T10:00:00.001Z").figures()).isEqualTo("0 2 0 2 2");
        assertThat(report("2019-02", "2019-02-28").figures()).isEqualTo("1 4 0 4 2");
        assertThat(report("2019-02", "2019-03-27").figures()).isEqualTo("1 4 1 3 2");
        assertThat(report("2019-02", "2019-03-28").figures()).isEqualTo("1 4 1 3 3");

        tell(
                raised("FEB20-31", "2020-01-31T10:00").resolved("2020-05-01T10:00", "Done"),
                raised("FEB20-29", "2020-02-29T10:00").resolved("2020-02-29T11:00", "Done"));
        assertThat(report("2020-01", "2020-02-28").figures())
                .as("28 February is no end of a month in a leap year")
                .isEqualTo("0 1 0 1 0");
        assertThat(report("2020-01", "2020-02-29T10:00:00Z").figures()).isEqualTo("0 1 0 1 0");
        assertThat(report("2020-01", "2020-02-29T10:00:00.001Z").figures()).isEqualTo("0 1 0 1 1");
        assertThat(report("2020-02", "2020-02-29").figures()).isEqualTo("1 1 0 1 1");
    }

    @Test
    void theMonthInWhichSummerTimeBeginsEndsAnHourEarlier() throws IOException {
        tell(
                // 25 March 2018 01:30 does not exist in London: the month is over at 02:30, which is 01:30Z.
                raised("MAR18-GAP", "2018-02-25T01:30").resolved("2018-06-01T10:00", "Done"),
                raised("MAR18-LAST", "2018-03-31T22:59:59.999Z").resolved("2018-04-10T10:00", "Done"),
                raised("MAR18-APRIL", "2018-03-31T23:00:00Z").resolved("2018-04-10T10:00", "Done"),
                raised("MAR18-DONE", "2018-03-01T00:00:00Z").resolved("2018-03-25T02:00+01:00", "Done"));
        assertThat(report("2018-03", "2018-04-05").behind("unresolvedAtPeriodEnd"))
                .containsExactly("MAR18-GAP", "MAR18-LAST");
        assertThat(report("2018-03", "2018-04-05").figures()).isEqualTo("1 2 0 2 1");
        assertThat(report("2018-03", "2018-04-10").figures()).isEqualTo("1 2 1 1 1");
        assertThat(report("2018-04", "2018-05-05").behind("openedAndResolvedInPeriod"))
                .containsExactly("MAR18-APRIL");
        assertThat(overOneMonth("2018-03-25T01:30:00Z")).doesNotContain("MAR18-GAP");
        assertThat(overOneMonth("2018-03-25T01:30:00.001Z")).contains("MAR18-GAP");
    }

    @Test
    void theMonthInWhichSummerTimeEndsHasAnHourTwice() throws IOException {
        tell(
                // 28 October 2018 01:30 comes twice in London; a month after summer time's 01:30 it is summer time's
                // again.
                raised("OCT18-TWICE", "2018-09-28T01:30+01:00").resolved("2018-12-20T10:00", "Done"),
                raised("OCT18-FIRST", "2018-10-01T00:00+01:00").resolved("2018-10-28T01:30+01:00", "Done"),
                raised("OCT18-LAST", "2018-10-31T23:59:59.999Z").resolved("2018-12-20T10:00", "Done"),
                raised("OCT18-NOV", "2018-11-01T00:00Z").resolved("2018-12-20T10:00", "Done"),
                raised("OCT18-SEP", "2018-09-30T22:59:59.999Z").resolved("2018-10-31T23:59:59.999Z", "Done"));
        assertThat(report("2018-10", "2018-10-31").figures()).isEqualTo("1 2 0 2 1");
        assertThat(report("2018-10", "2018-10-31").behind("unresolvedAtPeriodEnd"))
                .containsExactly("OCT18-LAST", "OCT18-TWICE");
        assertThat(report("2018-09", "2018-10-31").behind("resolvedSince")).containsExactly("OCT18-SEP");
        assertThat(overOneMonth("2018-10-28T00:30:00Z")).doesNotContain("OCT18-TWICE");
        assertThat(overOneMonth("2018-10-28T00:30:00.001Z")).contains("OCT18-TWICE");
    }

    @Test
    void midnightAtTheEndOfASummerMonthBelongsToTheNextMonth() throws IOException {
        tell(
                raised("JUN17-IN", "2017-05-31T23:00:00Z").resolved("2017-06-30T22:59:59.999Z", "Done"),
                raised("JUN17-BEFORE", "2017-05-31T22:59:59.999Z").resolved("2017-06-30T22:00:00Z", "Done"),
                raised("JUN17-AT-MIDNIGHT", "2017-06-10T10:00").resolved("2017-06-30T23:00:00Z", "Done"),
                raised("JUN17-JULY", "2017-06-30T23:00:00Z").resolved("2017-07-10T10:00", "Done"));
        Report june = report("2017-06", "2017-07-31");
        assertThat(june.behind("openedAndResolvedInPeriod")).containsExactly("JUN17-IN");
        assertThat(june.behind("unresolvedAtPeriodEnd")).containsExactly("JUN17-AT-MIDNIGHT");
        assertThat(june.behind("resolvedSince")).containsExactly("JUN17-AT-MIDNIGHT");
        assertThat(june.figures()).isEqualTo("1 1 1 0 0");
        assertThat(report("2017-06", "2017-06-30").figures())
                .as("the plain date ends with the month")
                .isEqualTo("1 1 0 1 0");
        assertThat(report("2017-07", "2017-07-31").figures()).isEqualTo("1 0 0 0 0");
        assertThat(report("2017-05", "2017-05-31").behind("unresolvedAtPeriodEnd"))
                .containsExactly("JUN17-BEFORE");
    }

    @Test
    void aReopenedIncidentKeepsItsRaisedDateAndIsWhatItWasAtEachInstant() throws IOException {
        tell(
                raised("APR16-TWICE", "2016-03-20T10:00")
                        .resolved("2016-03-25T10:00", "Done")
                        .reopened("2016-04-20T10:00", "Not done")
                        .resolved("2016-06-15T10:00", "Done now"),
                raised("APR16-IN-MAY", "2016-04-02T10:00")
                        .resolved("2016-04-20T10:00", "Done")
                        .reopened("2016-05-03T10:00", "Not done")
                        .resolved("2016-06-15T10:00", "Done now"),
                raised("APR16-BOTH", "2016-04-05T10:00")
                        .resolved("2016-04-06T10:00", "Done")
                        .reopened("2016-04-07T10:00", "Not done")
                        .resolved("2016-05-01T10:00", "Done now")
                        .reopened("2016-05-02T10:00", "Not done at all")
                        .resolved("2016-06-15T10:00", "Done at last"));
        Report april = report("2016-04", "2016-05-04");
        assertThat(april.behind("openedAndResolvedInPeriod")).containsExactly("APR16-IN-MAY");
        assertThat(april.behind("unresolvedAtPeriodEnd")).containsExactly("APR16-BOTH", "APR16-TWICE");
        assertThat(april.figures()).isEqualTo("1 2 0 2 1");
        assertThat(april.behind("stillOpenOverOneMonth"))
                .as("counted from when it was first raised")
                .containsExactly("APR16-TWICE");
        assertThat(report("2016-04", "2016-05-01").figures())
                .as("between its second resolution and its second re-opening")
                .isEqualTo("1 2 1 1 1");
        assertThat(report("2016-04", "2016-05-05T10:00:00.001+01:00").behind("stillOpenOverOneMonth"))
                .containsExactly("APR16-BOTH", "APR16-TWICE");
        assertThat(report("2016-03", "2016-03-31").figures()).isEqualTo("1 0 0 0 0");
    }

    @Test
    void whatWasRecordedLateIsNotInWhatWasKnownBefore() throws IOException {
        History open = raised("JAN15-LATE", "2015-01-10T10:00").assigned("2015-01-10T11:00", RDP);
        String id = open.tellTo(service.admin(), "late");
        Instant raisedAndAssigned = lastRecorded(id);
        waitForTheNextMillisecond(raisedAndAssigned);
        // It was resolved within its month, but that is learnt only now.
        service.admin()
                .post(
                        "/incidents/" + id + "/resolutions",
                        "late/resolution",
                        ServiceClient.object(
                                "occurredAt", "2015-01-20T10:00:00Z", "resolution", "It was done long ago"))
                .orFail("Resolving late");
        Instant resolutionRecorded = lastResolution(id);

        assertThat(report("2015-01", "2015-02-15").figures()).isEqualTo("1 0 0 0 0");
        assertThat(report("2015-01", "2015-02-15&knownAt=" + resolutionRecorded).figures())
                .as("what was recorded at that very instant is known")
                .isEqualTo("1 0 0 0 0");
        for (Instant before : List.of(raisedAndAssigned, resolutionRecorded.minusMillis(1))) {
            assertThat(report("2015-01", "2015-02-15&knownAt=" + before).figures())
                    .as("known at " + before)
                    .isEqualTo("0 1 0 1 1");
        }
        assertThat(report("2015-01", "2015-02-15&knownAt=2015-02-15").figures())
                .as("in 2015 nobody had recorded anything here")
                .isEqualTo("0 0 0 0 0");
        assertThat(service.admin()
                        .get("/incidents/" + id + "?asOf=2015-02-01&knownAt=" + raisedAndAssigned)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ASSIGNED");
        assertThat(service.admin()
                        .get("/incidents/" + id + "?asOf=2015-02-01")
                        .json()
                        .path("resolvedAt")
                        .asString())
                .startsWith("2015-01-20T10:00:00");
    }

    @Test
    void everyFigureOfEveryMonthIsItsListAndTheOpenOnesAddUpOverTime() throws IOException {
        tell(
                raised("ID14-1", "2014-01-31T12:00").resolved("2014-04-01T00:00", "Done"),
                raised("ID14-2", "2014-02-10T12:00")
                        .resolved("2014-02-20T12:00", "Done")
                        .reopened("2014-03-02T12:00", "Not done")
                        .resolved("2014-04-15T12:00", "Done"),
                raised("ID14-3", "2014-03-30T00:59:59Z").resolved("2014-03-30T01:00:00Z", "Done"));
        for (String month : List.of("2014-01", "2014-02", "2014-03", "2014-04", "2014-05")) {
            Report report = report(month, YearMonth.parse(month).plusMonths(1) + "-15");
            for (String figure : Report.FIGURES) {
                assertThat(report.json().path(figure).asInt())
                        .as(figure + " of " + month)
                        .isEqualTo(report.behind(figure).size());
            }
            assertThat(report.json().path("unresolvedAtPeriodEnd").asInt())
                    .isEqualTo(report.json().path("resolvedSince").asInt()
                            + report.json().path("stillOpen").asInt());
        }
        JsonNode trend = service.admin()
                .get("/reports/ageing/trend?from=2014-01-01&to=2014-05-01&step=P1D&type=RDP")
                .orFail("The trend")
                .json();
        long before = 0;
        assertThat(trend.path("points")).hasSizeGreaterThan(115);
        for (JsonNode point : trend.path("points")) {
            long now = before
                    + point.path("raised").asLong()
                    + point.path("reopened").asLong()
                    - point.path("resolved").asLong();
            assertThat(point.path("open").asLong()).as(point.toString()).isEqualTo(now);
            before = now;
        }
    }

    private static History raised(String reference, String at) {
        return History.raised(reference, at, PARTY, "Registration file " + reference)
                .assigned(at, RDP);
    }

    private static void tell(History... histories) throws IOException {
        List<History> half = new ArrayList<>();
        for (int i = 0; i < histories.length; i++) {
            if (i % 2 == 0) {
                half.add(histories[i]);
            } else {
                histories[i].tellTo(service.admin(), "history");
            }
        }
        History.tellByImport(service.admin(), half);
    }

    private static Report report(String period, String asOfAndMore) throws IOException {
        String asOf = asOfAndMore.replace("+01:00", "%2B01:00");
        return new Report(service.admin()
                .get("/reports/rdp-incidents?period=" + period + "&asOf=" + asOf)
                .orFail("The report of " + period)
                .json());
    }

    private static TreeSet<String> overOneMonth(String asOf) throws IOException {
        TreeSet<String> references = new TreeSet<>();
        JsonNode list = service.admin()
                .get("/incidents?openLongerThan=P1M&limit=500&asOf=" + asOf)
                .orFail("The list")
                .json();
        list.path("items")
                .forEach(item -> references.add(item.path("externalReference").asString("")));
        JsonNode ageing = service.admin()
                .get("/reports/ageing?asOf=" + asOf)
                .orFail("Ageing")
                .json();
        assertThat(ageing.path("openOverOneMonth").asInt()).isEqualTo(references.size());
        return references;
    }

    private static Instant lastRecorded(String id) throws IOException {
        JsonNode timeline = timeline(id);
        Instant last = Instant.MIN;
        for (JsonNode entry : timeline) {
            Instant recorded = Instant.parse(entry.path("recordedAt").asString());
            last = recorded.isAfter(last) ? recorded : last;
        }
        return last;
    }

    /** The service may have closed it by itself since. */
    private static Instant lastResolution(String id) throws IOException {
        for (JsonNode entry : timeline(id)) {
            if (entry.path("type").asString().equals("IncidentResolved")) {
                return Instant.parse(entry.path("recordedAt").asString());
            }
        }
        throw new AssertionError("It was not resolved");
    }

    private static JsonNode timeline(String id) throws IOException {
        JsonNode json = service.admin()
                .get("/incidents/" + id + "/timeline")
                .orFail("Timeline")
                .json();
        return json.isArray() ? json : json.path("items");
    }

    private static void waitForTheNextMillisecond(Instant after) {
        while (Instant.now().toEpochMilli() <= after.toEpochMilli() + 1) {
            Thread.onSpinWait();
        }
    }

    private record Report(JsonNode json) {

        static final List<String> FIGURES = List.of(
                "openedAndResolvedInPeriod",
                "unresolvedAtPeriodEnd",
                "resolvedSince",
                "stillOpen",
                "stillOpenOverOneMonth");

        String figures() {
            StringBuilder figures = new StringBuilder();
            FIGURES.forEach(
                    figure -> figures.append(' ').append(json.path(figure).asLong(-1)));
            return figures.substring(1);
        }

        TreeSet<String> behind(String figure) {
            TreeSet<String> references = new TreeSet<>();
            for (JsonNode line : json.path("incidents")) {
                if (line.path(figure).asBoolean()) {
                    references.add(line.path("externalReference").asString("(none)"));
                }
            }
            return references;
        }
    }
}
