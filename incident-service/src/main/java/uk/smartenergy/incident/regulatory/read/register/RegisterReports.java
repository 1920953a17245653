package uk.smartenergy.incident.regulatory.read.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.ChallengeView;
import uk.smartenergy.incident.api.regulatory.ChallengeView.LeftOut;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegisterRow.SubmissionView;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.*;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.ReportFrequency;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.regulatory.ReportState;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.RegulatoryReportRules;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** Answers what can be asked of the register: which periods are reviewed in a month, and what is on record of each. */
public final class RegisterReports {
    private static final Comparator<ActionView> FIRST_DUE =
            Comparator.comparing(ActionView::dueOn).thenComparing(ActionView::id);

    private final Histories<RegulatoryEvent> histories;
    private final RegulatoryReportRules rules;
    private final Calendars calendars;
    private final OwnRecords own;

    public RegisterReports(
            Histories<RegulatoryEvent> histories,
            RegulatoryReportRules rules,
            Calendars calendars,
            Elsewhere elsewhere) {
        this.histories = histories;
        this.rules = rules;
        this.calendars = calendars;
        this.own = new OwnRecords(elsewhere);
    }

    @QueryHandler
    public Register on(GetRegister query) {
        return register(seen(query, query.moment()), query.month());
    }

    private Register register(RegisterRows seen, YearMonth month) {
        List<ReportDefinition> reports = rules.on(month.atDay(1)).reports();
        return new Register(
                month,
                reports.stream()
                        .flatMap(report -> reviewed(seen, report, month))
                        .toList(),
                reports.stream()
                        .flatMap(report -> overdueFromBefore(seen, report, month))
                        .toList(),
                actions(seen)
                        .filter(action -> action.state() != ActionView.State.DONE)
                        .sorted(FIRST_DUE)
                        .toList());
    }

    private Stream<RegisterRow> reviewed(RegisterRows seen, ReportDefinition report, YearMonth month) {
        List<RegisterRow> rows = periodsReviewed(seen, report, month).stream()
                .flatMap(period -> rules.find(report.code(), period).stream().map(of -> seen.row(of, period, true)))
                .toList();
        return rows.isEmpty() ? Stream.of(seen.nothingDue(report)) : rows.stream();
    }

    private static List<ReportPeriod> periodsReviewed(RegisterRows seen, ReportDefinition report, YearMonth month) {
        if (report.timePrescribed()) {
            return dueIn(report, month, seen.days);
        }
        if (report.frequency() == ReportFrequency.MONTHLY) {
            return List.of(ReportFrequency.MONTHLY.periodOf(month.minusMonths(1).atDay(1)));
        }
        Stream<ReportPeriod> received = seen.folds(report.code()).entrySet().stream()
                .filter(entry -> entry.getValue().submissions.stream()
                        .anyMatch(one -> YearMonth.from(Timing.dayOf(one.event().occurredAt()))
                                .equals(month)))
                .map(Map.Entry::getKey);
        return Stream.concat(justOver(report.frequency(), month), received)
                .distinct()
                .toList();
    }

    /** The period that ended with the month before. */
    private static Stream<ReportPeriod> justOver(ReportFrequency frequency, YearMonth month) {
        ReportPeriod before = frequency.periodOf(month.atDay(1).minusDays(1));
        return frequency.periodOf(month.atDay(1)).equals(before) ? Stream.empty() : Stream.of(before);
    }

    /** The periods whose due date lies in a month, the first first. */
    static List<ReportPeriod> dueIn(ReportDefinition report, YearMonth month, WorkingDays days) {
        List<ReportPeriod> periods = new ArrayList<>();
        ReportPeriod period = report.frequency().periodOf(month.atEndOfMonth());
        for (LocalDate due = Timing.dueOn(report, period, days);
                due != null && !due.isBefore(month.atDay(1));
                due = Timing.dueOn(report, period, days)) {
            if (!due.isAfter(month.atEndOfMonth())) {
                periods.add(period);
            }
            period = period.previous();
        }
        Collections.reverse(periods);
        return periods;
    }

    /** From the first period of which anything is on record: before that, nobody told this register what was received. */
    private Stream<RegisterRow> overdueFromBefore(RegisterRows seen, ReportDefinition report, YearMonth month) {
        Instant begins = Timing.startOf(month.atDay(1));
        Optional<ReportPeriod> first =
                seen.folds(report.code()).keySet().stream().min(Comparator.naturalOrder());
        if (first.isEmpty() || !report.timePrescribed()) {
            return Stream.empty();
        }
        return Stream.iterate(first.get(), period -> period.lastDay().isBefore(month.atDay(1)), ReportPeriod::next)
                .flatMap(period -> rules.find(report.code(), period).stream()
                        .filter(of -> isDueBefore(of, period, month, seen.days))
                        .filter(of -> !isReceivedBefore(seen.fold(report.code(), period), begins))
                        .map(of -> seen.row(
                                of, period, !seen.fold(report.code(), period).isEmpty())));
    }

    private static boolean isDueBefore(
            ReportDefinition report, ReportPeriod period, YearMonth month, WorkingDays days) {
        LocalDate due = Timing.dueOn(report, period, days);
        return due != null && due.isBefore(month.atDay(1));
    }

    private static boolean isReceivedBefore(PeriodFold fold, Instant begins) {
        Instant received = fold.firstReceivedAt();
        return received != null && received.isBefore(begins);
    }

    @QueryHandler
    public Optional<Report> on(GetReport query) {
        return rules.find(query.report()).map(report -> {
            RegisterRows seen = seen(query, query.moment());
            return new Report(
                    report,
                    new TreeSet<>(seen.folds(report.code()).keySet())
                            .descendingSet().stream()
                                    .flatMap(period -> rules.find(report.code(), period).stream()
                                            .map(of -> seen.row(of, period, false)))
                                    .toList());
        });
    }

    @QueryHandler
    public Optional<RegisterRow> on(GetReportPeriod query) {
        return rules.find(query.report(), query.period())
                .map(report -> seen(query, query.moment()).row(report, query.period(), true));
    }

    @QueryHandler
    public List<SubmissionView> on(FindSubmissions query) {
        return about(seen(query, query.moment()), query.about())
                .flatMap(RegisterRows::submissions)
                .sorted(Comparator.comparing(SubmissionView::receivedAt).thenComparing(SubmissionView::id))
                .toList();
    }

    @QueryHandler
    public List<ChallengeView> on(FindChallenges query) {
        RegisterRows seen = seen(query, query.moment());
        return about(seen, query.about())
                .flatMap(place -> seen.challenges(place, true))
                .filter(one -> query.kinds().isEmpty() || query.kinds().contains(one.kind()))
                .filter(one -> query.answered() == null || query.answered() == one.answered())
                .sorted(Comparator.comparing(ChallengeView::raisedAt).thenComparing(ChallengeView::id))
                .toList();
    }

    @QueryHandler
    public List<ActionView> on(FindActions query) {
        RegisterRows seen = seen(query, query.moment());
        return about(seen, query.about())
                .flatMap(place -> seen.actions(place.fold()))
                .filter(one -> query.states().isEmpty() || query.states().contains(one.state()))
                .filter(one -> query.owner() == null || query.owner().equalsIgnoreCase(one.owner()))
                .filter(one -> query.dueTo() == null || !one.dueOn().isAfter(query.dueTo()))
                .sorted(FIRST_DUE)
                .toList();
    }

    private static Stream<RegisterRows.Place> about(RegisterRows seen, About about) {
        return seen.places()
                .filter(place -> about.report() == null || about.report().equals(place.report()))
                .filter(place -> about.period() == null || about.period().equals(place.period()));
    }

    private static Stream<ActionView> actions(RegisterRows seen) {
        return seen.places().flatMap(place -> seen.actions(place.fold()));
    }

    @QueryHandler
    public Optional<List<LeftOut>> on(FindLeftOut query) {
        RegisterRows seen = seen(query, query.moment());
        return about(seen, new About(query.report(), query.period()))
                .findFirst()
                .flatMap(seen::leftOut);
    }

    @QueryHandler
    public Counts on(CountRegister query) {
        RegisterRows seen = seen(query, query.moment());
        Register register =
                register(seen, YearMonth.from(Timing.dayOf(query.moment().asOfOrNow())));
        List<RegisterRow> all = Stream.concat(register.rows().stream(), register.overdueFromBefore().stream())
                .toList();
        Map<ActionView.State, Long> actions = new EnumMap<>(ActionView.State.class);
        actions(seen).forEach(action -> actions.merge(action.state(), 1L, Long::sum));
        long overdue = in(all, ReportState.OVERDUE);
        return new Counts(
                in(all, ReportState.DUE) + overdue,
                overdue,
                in(all, ReportState.LATE),
                all.stream().mapToLong(row -> row.defects().size()).sum(),
                seen.places()
                        .flatMap(place -> seen.challenges(place, false))
                        .filter(challenge -> !challenge.answered())
                        .count(),
                actions);
    }

    private static long in(List<RegisterRow> rows, ReportState state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    private RegisterRows seen(Query<?> query, Moment moment) {
        return new RegisterRows(histories, rules, calendars, own, query.viewer(), moment);
    }
}
