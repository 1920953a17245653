package uk.smartenergy.incident.regulatory.read.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.ChallengeKind;
import uk.smartenergy.incident.api.regulatory.ChallengeView;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Defect;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Figures;
import uk.smartenergy.incident.api.regulatory.RegisterRow.SubmissionView;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.ReportChallenged;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.record.History;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.RegulatoryReportRules;
import uk.smartenergy.incident.platform.reference.WorkingDays;
import uk.smartenergy.incident.regulatory.read.register.PeriodFold.Challenge;
import uk.smartenergy.incident.regulatory.read.register.PeriodFold.Submitted;

/** The register as one viewer sees it at one moment. */
final class RegisterRows {
    private final RegulatoryReportRules rules;
    private final OwnRecords own;
    private final Viewer viewer;
    final Moment moment;
    final WorkingDays days;
    /** By report and period: what anything is on record of. */
    private final Map<String, Map<ReportPeriod, PeriodFold>> folds = new TreeMap<>();

    private final Map<String, List<ChallengeView.LeftOut>> leftOut = new TreeMap<>();

    RegisterRows(
            Histories<RegulatoryEvent> histories,
            RegulatoryReportRules rules,
            Calendars calendars,
            OwnRecords own,
            Viewer viewer,
            Moment moment) {
        this.rules = rules;
        this.own = own;
        this.viewer = viewer;
        this.moment = moment;
        this.days = calendars.knownAt(moment.knownAt());
        Map<String, Map<ReportPeriod, List<History<RegulatoryEvent>>>> visible = new TreeMap<>();
        for (History<RegulatoryEvent> history : histories.all()) {
            if (history.isVisibleTo(viewer)) {
                RegisterRecord record = RegisterRecord.parse(history.id()).orElseThrow();
                visible.computeIfAbsent(record.report(), code -> new TreeMap<>())
                        .computeIfAbsent(record.period(), period -> new ArrayList<>())
                        .add(history);
            }
        }
        visible.forEach((code, periods) -> periods.forEach((period, records) -> {
            PeriodFold fold = PeriodFold.of(
                    records.stream().sorted(Comparator.comparing(History::id)).toList(), moment);
            if (!fold.isEmpty()) {
                folds.computeIfAbsent(code, any -> new TreeMap<>()).put(period, fold);
            }
        }));
    }

    /** Everything on record of a report, by period. */
    Map<ReportPeriod, PeriodFold> folds(String code) {
        return folds.getOrDefault(code, Map.of());
    }

    /** Of which report and period anything is on record that the rules have. */
    Stream<Place> places() {
        return folds.entrySet().stream()
                .flatMap(entry -> entry.getValue().entrySet().stream()
                        .filter(of -> rules.find(entry.getKey(), of.getKey()).isPresent())
                        .map(of -> new Place(entry.getKey(), of.getKey(), of.getValue())));
    }

    record Place(String report, ReportPeriod period, PeriodFold fold) {}

    PeriodFold fold(String code, ReportPeriod period) {
        return folds(code).getOrDefault(period, PeriodFold.EMPTY);
    }

    /** @param compared whether with what the service's own records say of it, which costs a look at all Incidents */
    RegisterRow row(ReportDefinition report, ReportPeriod period, boolean compared) {
        PeriodFold fold = fold(report.code(), period);
        Timing timing = Timing.of(report, period, fold.firstReceivedAt(), moment.asOfOrNow(), days);
        Optional<Submitted> last = fold.last();
        Figures figures = last.map(
                        one -> FigureRules.figures(report, one.event().submission(), fold))
                .orElse(null);
        List<Defect> defects = new ArrayList<>(figures == null ? List.of() : FigureRules.defects(figures));
        // Whoever sees a part of the Incidents only would be told of differences that are none.
        if (compared && viewer.maySee(Classification.AMBER, Set.of())) {
            last.ifPresent(one -> defects.addAll(own.differences(
                    period, one.event().submission(), one.event().occurredAt(), viewer, moment)));
        }
        return row(
                report,
                period,
                timing,
                fold,
                figures,
                compared ? own.figures(report, period, viewer, moment) : null,
                defects,
                compared);
    }

    /** Of a report that has no period to be reviewed. */
    RegisterRow nothingDue(ReportDefinition report) {
        return row(report, null, Timing.NOTHING, PeriodFold.EMPTY, null, null, List.of(), false);
    }

    private RegisterRow row(
            ReportDefinition report,
            @Nullable ReportPeriod period,
            Timing timing,
            PeriodFold fold,
            @Nullable Figures figures,
            RegisterRow.@Nullable OwnFigures ownFigures,
            List<Defect> defects,
            boolean compared) {
        Instant received = fold.firstReceivedAt();
        return new RegisterRow(
                report.code(),
                report.name(),
                report.clauses(),
                report.frequency(),
                report.dueRule(),
                period,
                timing.dueOn(),
                timing.dueAt(),
                received == null ? null : Timing.dayOf(received),
                received,
                timing.state(),
                report.timePrescribed(),
                timing.late(),
                timing.overdue(),
                timing.words(),
                figures,
                ownFigures,
                defects,
                period == null
                        ? List.of()
                        : submissions(new Place(report.code(), period, fold)).toList(),
                period == null
                        ? List.of()
                        : challenges(new Place(report.code(), period, fold), compared)
                                .toList(),
                actions(fold).toList(),
                fold.isEmpty() ? Classification.WHITE : fold.classification(),
                fold.version());
    }

    static Stream<SubmissionView> submissions(Place place) {
        List<Submitted> all = place.fold().submissions;
        return IntStream.range(0, all.size()).mapToObj(i -> submission(place, all.get(i), i + 1));
    }

    private static SubmissionView submission(Place place, Submitted one, int version) {
        return new SubmissionView(
                one.id(),
                place.report(),
                place.period(),
                version,
                one.event().occurredAt(),
                one.fact().recordedAt(),
                one.fact().actor(),
                one.event().submission());
    }

    Stream<ActionView> actions(PeriodFold fold) {
        return fold.actions.values().stream().map(action -> action.view(moment.asOfOrNow(), days));
    }

    /** @param compared whether with what was left out, which costs a look at all Incidents */
    Stream<ChallengeView> challenges(Place place, boolean compared) {
        return place.fold().challenges.stream()
                .flatMap(one -> Optional.ofNullable(place.fold().actions.get(one.action())).stream()
                        .map(action -> challenge(place, one, action, compared)));
    }

    private ChallengeView challenge(Place place, Challenge challenge, ActionFold action, boolean compared) {
        ReportChallenged event = challenge.event();
        return new ChallengeView(
                challenge.id(),
                place.report(),
                place.period(),
                event.kind(),
                event.text(),
                event.raisedBy(),
                event.occurredAt(),
                challenge.fact().recordedAt(),
                challenge.fact().actor(),
                event.incidents(),
                compared && event.kind() == ChallengeKind.OUTAGE_MISSING
                        ? leftOut(place).orElse(List.of())
                        : null,
                action.isDone(),
                action.view(moment.asOfOrNow(), days),
                challenge.classification(),
                challenge.version());
    }

    /** Empty if nothing was submitted. */
    Optional<List<ChallengeView.LeftOut>> leftOut(Place place) {
        return place.fold()
                .last()
                .map(last -> leftOut.computeIfAbsent(
                        place.report() + " " + place.period(),
                        any -> own.leftOut(
                                place.period(),
                                last.event().submission(),
                                rules.on(place.period().lastDay()).outageCategories(),
                                viewer,
                                moment)));
    }
}
