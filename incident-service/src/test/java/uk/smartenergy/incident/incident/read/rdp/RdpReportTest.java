package uk.smartenergy.incident.incident.read.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResolved;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetRdpIncidentReport;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.RdpIncidentReport;
import uk.smartenergy.incident.api.incident.RdpIncidentReport.ByRdp;
import uk.smartenergy.incident.api.incident.RdpIncidentReport.Line;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.record.Age;

class RdpReportTest {
    private static final YearMonth AUGUST = YearMonth.of(2018, 8);
    private static final Instant OCTOBER_5 = london("2018-10-06T00:00").minusNanos(1);

    private final World world = new World();
    private long number;

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(Age.LONDON).toInstant();
    }

    private Life raised(String local) {
        return Life.raised(++number, london(local), london(local), IncidentType.RDP, Classification.GREEN);
    }

    private RdpIncidentReport report(YearMonth month, @Nullable Instant asOf, @Nullable Instant knownAt) {
        return world.ask(new GetRdpIncidentReport(
                World.STAFF, new Moment(asOf, knownAt, Instant.parse("2026-11-23T12:00:00Z")), month));
    }

    private void august2018() {
        for (int day = 1; day <= 7; day++) {
            world.record(raised("2018-08-0" + day + "T09:00")
                    .assigned(london("2018-08-0" + day + "T10:00"), "RDP " + day % 2)
                    .resolved(london("2018-08-2" + day + "T09:00")));
        }
        // Five of other months or this that were open at its end; one was resolved before the Ops Group met.
        world.record(raised("2018-05-10T09:00"));
        world.record(raised("2018-06-30T23:30"));
        world.record(raised("2018-08-01T00:00").assigned(london("2018-08-01T10:00"), "RDP 0"));
        world.record(raised("2018-08-31T23:59"));
        world.record(raised("2018-08-15T09:00")
                .assigned(london("2018-08-15T10:00"), "RDP 1")
                .resolved(london("2018-09-20T09:00")));
        // What does not count: after the month, before it, and no RDP Incident.
        world.record(raised("2018-09-01T00:00"));
        world.record(raised("2018-07-01T00:00").resolved(london("2018-07-31T23:59")));
        world.record(Life.raised(
                ++number,
                london("2018-08-02T09:00"),
                london("2018-08-02T09:00"),
                IncidentType.SERVICE,
                Classification.GREEN));
    }

    @Test
    void august2018IsAsThePaperHasIt() {
        august2018();
        RdpIncidentReport report = report(AUGUST, OCTOBER_5, null);
        assertThat(report.period()).isEqualTo("2018-08");
        assertThat(report.openedAndResolvedInPeriod()).isEqualTo(7);
        assertThat(report.unresolvedAtPeriodEnd()).isEqualTo(5);
        assertThat(report.resolvedSince()).isEqualTo(1);
        assertThat(report.stillOpen()).isEqualTo(4);
        assertThat(report.stillOpenOverOneMonth()).isEqualTo(4);
        assertThat(report.incidents()).hasSize(12);
        assertThat(report.byRdp())
                .containsExactly(
                        new ByRdp("RDP 0", 3, 1, 0, 1, 1),
                        new ByRdp("RDP 1", 4, 1, 1, 0, 0),
                        new ByRdp(IncidentFilter.NONE, 0, 3, 0, 3, 3));
    }

    @Test
    void everyNumberIsTheCountOfItsLines() {
        august2018();
        RdpIncidentReport report = report(AUGUST, OCTOBER_5, null);
        assertThat(report.incidents().stream().filter(Line::openedAndResolvedInPeriod))
                .hasSize(7);
        assertThat(report.incidents().stream().filter(Line::unresolvedAtPeriodEnd))
                .hasSize(5);
        assertThat(report.incidents().stream().filter(Line::resolvedSince)).hasSize(1);
        assertThat(report.incidents().stream().filter(Line::stillOpen)).hasSize(4);
        assertThat(report.incidents().stream().filter(Line::stillOpenOverOneMonth))
                .hasSize(4);
    }

    @Test
    void asOfAnInstantWithinTheMonthItsEndIsThatInstant() {
        august2018();
        RdpIncidentReport report = report(AUGUST, london("2018-08-21T09:00"), null);
        assertThat(report.openedAndResolvedInPeriod()).isOne();
        assertThat(report.unresolvedAtPeriodEnd()).isEqualTo(6 + 4);
        assertThat(report.resolvedSince()).isZero();
        assertThat(report.stillOpen()).isEqualTo(report.unresolvedAtPeriodEnd());
    }

    @Test
    void asOfAnInstantBeforeTheMonthNothingWasRaisedInIt() {
        august2018();
        RdpIncidentReport report = report(AUGUST, london("2018-07-15T00:00"), null);
        assertThat(report.openedAndResolvedInPeriod()).isZero();
        assertThat(report.unresolvedAtPeriodEnd()).isEqualTo(3);
    }

    @Test
    void februaryEndsByTheCalendarAndInLondon() {
        world.record(raised("2020-02-29T23:59").resolved(london("2020-03-01T00:00")));
        world.record(raised("2020-02-01T00:00").resolved(london("2020-02-29T23:59")));
        world.record(raised("2020-03-01T00:00"));
        RdpIncidentReport report = report(YearMonth.of(2020, 2), null, null);
        assertThat(report.openedAndResolvedInPeriod()).isOne();
        assertThat(report.unresolvedAtPeriodEnd()).isOne();
        assertThat(report.resolvedSince()).isOne();
        // In summer the month ends an hour before midnight UTC.
        world.record(Life.raised(
                ++number,
                Instant.parse("2018-06-30T23:10:00Z"),
                Instant.parse("2018-06-30T23:10:00Z"),
                IncidentType.RDP,
                Classification.GREEN));
        assertThat(report(YearMonth.of(2018, 6), null, null).unresolvedAtPeriodEnd())
                .isZero();
        assertThat(report(YearMonth.of(2018, 7), null, null).unresolvedAtPeriodEnd())
                .isOne();
    }

    @Test
    void aReopenedIncidentCountsByItsStateAtTheTwoInstants() {
        world.record(
                raised("2018-08-02T09:00").resolved(london("2018-08-10T09:00")).reopened(london("2018-09-05T09:00")));
        RdpIncidentReport before = report(AUGUST, OCTOBER_5, null);
        assertThat(before.openedAndResolvedInPeriod()).isOne();
        assertThat(before.unresolvedAtPeriodEnd()).isZero();
        assertThat(before.stillOpen()).isZero();

        world.record(raised("2018-08-02T09:00")
                .resolved(london("2018-08-10T09:00"))
                .reopened(london("2018-08-31T09:00"))
                .resolved(london("2018-09-02T09:00"))
                .reopened(london("2018-09-03T09:00")));
        RdpIncidentReport both = report(AUGUST, OCTOBER_5, null);
        assertThat(both.unresolvedAtPeriodEnd()).isOne();
        assertThat(both.resolvedSince()).isZero();
        assertThat(both.stillOpenOverOneMonth()).isOne();
    }

    @Test
    void aResolutionRecordedLateMovesTheIncidentForThoseWhoKnow() {
        Life life = raised("2018-08-02T09:00");
        Instant told = london("2018-09-15T12:00");
        life.then(told, new IncidentResolved(life.id, london("2018-08-20T09:00"), null));
        world.record(life);
        assertThat(report(AUGUST, OCTOBER_5, told.minus(Duration.ofMillis(1))).unresolvedAtPeriodEnd())
                .isOne();
        RdpIncidentReport known = report(AUGUST, OCTOBER_5, told);
        assertThat(known.unresolvedAtPeriodEnd()).isZero();
        assertThat(known.openedAndResolvedInPeriod()).isOne();
    }
}
