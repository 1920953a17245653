package uk.smartenergy.incident.api.regulatory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** What can be asked of the register of the DCC's reports to the Panel. */
public sealed interface RegulatoryQuery<R> extends Query<R> {

    /** What is reviewed in a month. */
    record GetRegister(Viewer viewer, Moment moment, YearMonth month) implements RegulatoryQuery<Register> {}

    /**
     * @param rows of every report of the register, in its order; of one that is reviewed for two periods in the month, two
     * @param overdueFromBefore periods that were due before the month and had not been received when it began
     * @param openActions that are not done, of whichever month, the first due first
     */
    record Register(
            YearMonth month,
            List<RegisterRow> rows,
            List<RegisterRow> overdueFromBefore,
            List<ActionView> openActions) {
        public Register {
            rows = List.copyOf(rows);
            overdueFromBefore = List.copyOf(overdueFromBefore);
            openActions = List.copyOf(openActions);
        }
    }

    /** A report and its periods on record, the last first; empty if there is no such report. */
    record GetReport(Viewer viewer, Moment moment, String report) implements RegulatoryQuery<Optional<Report>> {}

    record Report(ReportDefinition definition, List<RegisterRow> periods) {
        public Report {
            periods = List.copyOf(periods);
        }
    }

    /** One report for one period, whether or not anything is on record; empty if the report is not owed for it. */
    record GetReportPeriod(Viewer viewer, Moment moment, String report, ReportPeriod period)
            implements RegulatoryQuery<Optional<RegisterRow>> {}

    /** Which submissions, challenges or actions; {@code null} asks for nothing. */
    record About(@Nullable String report, @Nullable ReportPeriod period) {
        public static final About ANY = new About(null, null);
    }

    /** In the order in which they were received. */
    record FindSubmissions(Viewer viewer, Moment moment, About about)
            implements RegulatoryQuery<List<RegisterRow.SubmissionView>> {}

    /** In the order in which they were raised. */
    record FindChallenges(
            Viewer viewer,
            Moment moment,
            About about,
            Set<ChallengeKind> kinds,
            @Nullable Boolean answered) implements RegulatoryQuery<List<ChallengeView>> {
        public FindChallenges {
            kinds = Set.copyOf(kinds);
        }
    }

    /** The first due first. @param states empty: any. @param dueTo due that day or before */
    record FindActions(
            Viewer viewer,
            Moment moment,
            About about,
            Set<ActionView.State> states,
            @Nullable String owner,
            @Nullable LocalDate dueTo)
            implements RegulatoryQuery<List<ActionView>> {
        public FindActions {
            states = Set.copyOf(states);
        }
    }

    /** Incidents that count as outages of the period and that the last submission does not name; empty if nothing was submitted. */
    record FindLeftOut(Viewer viewer, Moment moment, String report, ReportPeriod period)
            implements RegulatoryQuery<Optional<List<ChallengeView.LeftOut>>> {}

    /** How the register stands in the month of the moment, in counts, for gauges. */
    record CountRegister(Viewer viewer, Moment moment) implements RegulatoryQuery<Counts> {}

    /**
     * @param owed due, or overdue, and not received
     * @param overdue of these, whose due date is over
     * @param late received late, of those that are reviewed in the month
     * @param defects of the submissions that are reviewed in the month, or were overdue when it began
     * @param openChallenges whose action is not done
     */
    record Counts(
            long owed,
            long overdue,
            long late,
            long defects,
            long openChallenges,
            Map<ActionView.State, Long> actions) {
        public Counts {
            actions = Map.copyOf(actions);
        }
    }
}
