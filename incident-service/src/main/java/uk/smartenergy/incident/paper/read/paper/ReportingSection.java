package uk.smartenergy.incident.paper.read.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperView.Piece;
import uk.smartenergy.incident.api.paper.PaperView.Row;
import uk.smartenergy.incident.api.paper.PaperView.Section;
import uk.smartenergy.incident.api.paper.PaperView.Sentence;
import uk.smartenergy.incident.api.paper.PaperView.Table;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.ChallengeView;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Defect;
import uk.smartenergy.incident.api.regulatory.RegisterRow.MeasureFigure;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Standing;
import uk.smartenergy.incident.api.regulatory.RegisterRow.SubmissionView;
import uk.smartenergy.incident.api.regulatory.RegisterRow.VolumeFigures;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.GetRegister;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.Register;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.regulatory.ReportState;

/** 2.1: the table of the DCC's reports, one row for each report that the Panel is owed. */
final class ReportingSection {
    /** The last part of the name of each figure that says whether a report was on time. */
    static final String TIMING = "timing";

    private static final List<String> HEADER = List.of("Report", "Received", "Per SEC", "Matters arising");
    private static final String RDP = "RDP";

    private final Scope scope;
    private final Telling telling = new Telling();

    private ReportingSection(Scope scope) {
        this.scope = scope;
    }

    static Section of(Scope scope) {
        return new ReportingSection(scope).section();
    }

    private Section section() {
        Register register = scope.ask(new GetRegister(scope.viewer(), scope.moment(), scope.month()));
        List<Row> rows = register.rows().stream().map(this::row).toList();
        if (!register.overdueFromBefore().isEmpty()) {
            List<RegisterRow> late = register.overdueFromBefore();
            telling.say(
                    telling.count(
                            "dcc-reporting.overdueFromBefore",
                            late.size(),
                            Words.capital(Words.count(late.size(), "report", "reports")),
                            scope.sources()
                                    .at(
                                            "/regulatory-reports",
                                            "month",
                                            scope.month().toString()),
                            late.stream().flatMap(row -> records(row).stream()).collect(Collectors.toSet())),
                    Telling.plain(" due before " + Words.month(scope.month()) + " " + Words.is(late.size())
                            + " still missing: "
                            + late.stream()
                                    .map(row -> row.name() + ", " + period(row.period()))
                                    .collect(Collectors.joining("; "))
                            + "."));
        }
        return telling.section(
                PaperSection.DCC_REPORTING,
                PaperSection.DCC_REPORTING.heading(),
                new Table("The DCC's reports to the Panel", HEADER, rows));
    }

    private Row row(RegisterRow row) {
        return new Row(row.code(), List.of(report(row), received(row), perSec(row), matters(row)));
    }

    private static List<Sentence> report(RegisterRow row) {
        List<Sentence> said = new ArrayList<>();
        said.add(Sentence.of(row.name() + " (" + row.code() + ")"));
        said.add(Sentence.of(
                row.period() == null ? "Nothing to review this month" : Words.capital(period(row.period()))));
        said.add(Sentence.of("SEC " + String.join(", ", row.clauses()) + " — " + due(row)));
        return said;
    }

    private static String due(RegisterRow row) {
        String frequency = row.frequency().name().toLowerCase(Locale.UK);
        return row.dueRule().toLowerCase(Locale.UK).startsWith(frequency)
                ? row.dueRule()
                : Words.capital(frequency) + ". " + row.dueRule();
    }

    private List<Sentence> received(RegisterRow row) {
        if (row.state() == ReportState.NOTHING_DUE) {
            return List.of(Sentence.of(figure(row, TIMING, null, "n/a")));
        }
        return List.of(Sentence.of(figure(row, TIMING, null, row.timing())));
    }

    private List<Sentence> perSec(RegisterRow row) {
        List<Sentence> said = new ArrayList<>();
        said.add(Sentence.of("Per SEC " + String.join(", ", row.clauses())));
        if (row.state() == ReportState.NOTHING_DUE || row.period() == null) {
            return said;
        }
        RegisterRow.Figures figures = row.figures();
        if (row.code().equals(RDP)) {
            RdpSentences.opened(scope, telling, row.period()).ifPresent(said::add);
        }
        if (figures == null || !mayTell(row)) {
            if (!row.submissions().isEmpty()) {
                said.add(Sentence.of(
                        figures == null ? RegisterRow.NO_FIGURE : "Its figures are not told at this classification."));
            }
            return said;
        }
        VolumeFigures volumes = figures.volumes();
        if (volumes != null) {
            said.add(volumes(row, volumes));
        }
        return said;
    }

    private Sentence volumes(RegisterRow row, VolumeFigures volumes) {
        Piece forecast = figure(row, "forecast", decimal(volumes.forecast()), volumes.forecastShown());
        Piece actual = figure(row, "actual", decimal(volumes.actual()), volumes.actualShown());
        return Sentence.of(
                actual,
                Telling.plain(
                        volumes.actual() == null
                                ? " of requests sent, versus a forecast of "
                                : " requests were sent versus a forecast of "),
                forecast,
                Telling.plain("."));
    }

    private List<Sentence> matters(RegisterRow row) {
        if (row.state() == ReportState.NOTHING_DUE || row.period() == null) {
            return List.of(Sentence.of("n/a"));
        }
        List<Sentence> said = new ArrayList<>();
        if (row.code().equals(RDP)) {
            said.addAll(RdpSentences.unresolved(scope, telling, row.period()));
        }
        RegisterRow.Figures figures = row.figures();
        if (figures != null && mayTell(row)) {
            measures(row, figures.measures(), said);
            row.defects().stream()
                    .filter(defect -> defect.code() != RegisterRow.DefectCode.BELOW_TARGET_UNEXPLAINED)
                    .map(Defect::sentence)
                    .map(Sentence::of)
                    .forEach(said::add);
        }
        row.challenges().stream()
                .filter(challenge -> scope.mayName(challenge.classification()))
                .forEach(challenge -> challenge(row, challenge, said));
        row.actions().stream()
                .filter(action -> action.challenge() == null && scope.mayName(action.classification()))
                .forEach(action -> said.add(action(action)));
        withheld(row, said);
        if (said.isEmpty()) {
            said.add(Sentence.of("None"));
        }
        return said;
    }

    private void measures(RegisterRow row, List<MeasureFigure> measures, List<Sentence> said) {
        List<MeasureFigure> below = measures.stream()
                .filter(one -> one.standing() == Standing.BELOW_TARGET || one.standing() == Standing.BELOW_MINIMUM)
                .toList();
        measures.forEach(one -> figure(row, "measure." + key(one), one.value(), one.shown()));
        long above = measures.stream()
                .filter(one -> one.standing() == Standing.AT_OR_ABOVE_TARGET)
                .count();
        if (above > 0) {
            String which = below.isEmpty()
                    ? "All " + Words.count(above, "measure was", "measures were")
                    : Words.capital(Words.count(above, "measure was", "measures were"));
            String names = measures.stream()
                    .filter(one -> one.standing() == Standing.AT_OR_ABOVE_TARGET)
                    .map(ReportingSection::named)
                    .collect(Collectors.joining("; "));
            said.add(Sentence.of(
                    figure(row, "measuresAtOrAboveTarget", BigDecimal.valueOf(above), which),
                    Telling.plain(" reported at or above Target: " + names + ".")));
        }
        for (MeasureFigure one : below) {
            said.add(Sentence.of(
                    Telling.plain(named(one) + " reported as "),
                    new Piece(one.shown(), source(row)),
                    Telling.plain(target(one)
                            + (one.explanation() == null
                                    ? ", for which no explanation was provided."
                                    : ": " + Words.sentence(one.explanation())))));
        }
    }

    private static String target(MeasureFigure one) {
        BigDecimal target = one.target();
        String unit = one.unit().equals("%") ? "%" : " " + one.unit();
        return target == null ? "" : " against a Target of " + Words.plain(target) + unit;
    }

    private static String named(MeasureFigure one) {
        return Stream.of(one.code() == null ? one.name() : one.code() + " " + one.name(), one.region(), one.provider())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String key(MeasureFigure one) {
        return Stream.of(one.code() == null ? one.name() : one.code(), one.region(), one.provider())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining("/"));
    }

    private void challenge(RegisterRow row, ChallengeView challenge, List<Sentence> said) {
        said.add(Sentence.of(
                Telling.plain(challenge.raisedBy() + ": "), new Piece(Words.sentence(challenge.text()), source(row))));
        List<ChallengeView.LeftOut> leftOut = challenge.leftOut() == null
                ? List.of()
                : challenge.leftOut().stream().toList();
        if (!leftOut.isEmpty()) {
            said.add(Sentence.of(
                    figure(
                            row,
                            "leftOut",
                            BigDecimal.valueOf(leftOut.size()),
                            Words.capital(Words.count(leftOut.size(), "Incident", "Incidents")),
                            leftOut.stream().map(one -> one.incident().value()).toList()),
                    Telling.plain(" of the period that the report does not name " + Words.is(leftOut.size())
                            + " on record.")));
        }
        said.add(action(challenge.action()));
    }

    private Sentence action(ActionView action) {
        String outcome = switch (action.state()) {
            case OPEN -> "Due on " + Words.day(action.dueOn()) + ".";
            case OVERDUE ->
                "It was due on " + Words.day(action.dueOn()) + " and is "
                        + Words.count(action.workingDaysOverdue(), "Working Day", "Working Days") + " overdue.";
            case DONE -> "Done: " + Words.sentence(String.valueOf(action.answer()));
        };
        return Sentence.of("The " + action.owner() + " was actioned: " + Words.sentence(action.text()) + " " + outcome);
    }

    /** What is counted and not named, so that nobody thinks that there is no more. */
    private void withheld(RegisterRow row, List<Sentence> said) {
        long challenges = row.challenges().stream()
                .filter(challenge -> !scope.mayName(challenge.classification()))
                .count();
        if (challenges > 0) {
            said.add(Sentence.of(Words.capital(Words.count(challenges, "challenge is", "challenges are"))
                    + " not told at this classification."));
        }
    }

    private boolean mayTell(RegisterRow row) {
        return !row.submissions().isEmpty()
                && scope.mayName(row.submissions().getLast().submission().classification());
    }

    private Piece figure(RegisterRow row, String name, @Nullable BigDecimal value, String shown) {
        return figure(row, name, value, shown, records(row));
    }

    private Piece figure(
            RegisterRow row,
            String name,
            @Nullable BigDecimal value,
            String shown,
            java.util.Collection<String> records) {
        String of = row.period() == null ? row.code() : row.code() + "." + row.period();
        return telling.figure("dcc-reporting." + of + "." + name, value, shown, source(row), records);
    }

    private String source(RegisterRow row) {
        return row.period() == null
                ? scope.sources()
                        .at("/regulatory-reports", "month", scope.month().toString())
                : scope.sources().at("/regulatory-reports/" + row.code() + "/" + row.period());
    }

    /** The records that hold what is said of it: parts of a report are {@code REG-PMR-2018-07-S1} and the like. */
    private static Set<String> records(RegisterRow row) {
        return Stream.of(
                        row.submissions().stream().map(SubmissionView::id),
                        row.challenges().stream().map(ChallengeView::id),
                        row.actions().stream().map(ActionView::id))
                .flatMap(ids -> ids)
                .map(id -> id.replaceFirst("-[SCA]\\d+$", ""))
                .filter(id -> RegisterRecord.parse(id).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String period(@Nullable ReportPeriod period) {
        return period == null ? "" : Words.period(period);
    }

    private static @Nullable BigDecimal decimal(@Nullable Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
