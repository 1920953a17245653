package uk.smartenergy.incident.categorisation.write.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.smartenergy.incident.api.backtest.BacktestEvent;
import uk.smartenergy.incident.api.backtest.BacktestEvent.*;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.backtest.BacktestScope;
import uk.smartenergy.incident.api.backtest.BacktestScope.PolicyChoice;
import uk.smartenergy.incident.api.backtest.BacktestScope.Requester;
import uk.smartenergy.incident.api.backtest.Reading;
import uk.smartenergy.incident.api.backtest.Reading.Outcome;
import uk.smartenergy.incident.api.backtest.ReplayResult;
import uk.smartenergy.incident.api.backtest.ReplayResult.Cell;
import uk.smartenergy.incident.api.backtest.ReplayResult.Change;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** What the tests of this room talk about. */
final class Samples {
    static final BacktestId ID = BacktestId.of(0x1234_5678_9abcL);
    static final Instant NOW = Instant.parse("2018-10-05T09:00:00Z");
    static final BacktestScope SCOPE = new BacktestScope(
            new PolicyChoice(
                    ReferenceData.shipped().policies().find("supplier-reading").orElseThrow(), true),
            null,
            Instant.parse("2018-06-30T23:00:00Z"),
            Instant.parse("2018-07-31T22:59:59.999999999Z"),
            NOW,
            NOW,
            new Requester("ada", Set.of(Role.SECAS), "SECAS", false));
    static final Reading BEFORE = new Reading(Category.CATEGORY_2, Category.CATEGORY_2, Outcome.MET, Outcome.MET);
    static final Reading AFTER = new Reading(Category.CATEGORY_1, Category.CATEGORY_1, Outcome.MET, Outcome.MISSED);
    static final ReplayResult RESULT = new ReplayResult(
            List.of(new Cell(BEFORE, AFTER, true, "dcc-reading", 2)),
            List.of(
                    new Change(IncidentId.of(1), BEFORE, AFTER, true, false),
                    new Change(IncidentId.of(2), BEFORE, AFTER, true, true)),
            List.of(IncidentId.of(3)));

    private Samples() {}

    static BacktestEvent requested() {
        return new BacktestRequested(ID, SCOPE);
    }

    static BacktestEvent started(int total) {
        return new BacktestStarted(ID, total, false, "one");
    }

    static BacktestEvent progressed(int from, int done) {
        return new BacktestProgressed(ID, from, done, RESULT);
    }
}
