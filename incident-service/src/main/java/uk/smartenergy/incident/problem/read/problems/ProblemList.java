package uk.smartenergy.incident.problem.read.problems;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.InvalidCursor;
import uk.smartenergy.incident.api.problem.ProblemDetail;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemQuery.FindProblems;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetHighestProblemNumber;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetProblem;
import uk.smartenergy.incident.api.problem.ProblemQuery.SortBy;
import uk.smartenergy.incident.api.problem.ProblemView;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.problem.read.record.ProblemFold;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;
import uk.smartenergy.incident.problem.read.record.ProblemSelection;

/** Answers what Problems there are. A page begins after the last Problem of the one before, wherever that stands now. */
public final class ProblemList {
    private final ProblemRecords records;

    public ProblemList(ProblemRecords records) {
        this.records = records;
    }

    @QueryHandler
    public Page<ProblemView> on(FindProblems query) {
        Predicate<IncidentId> visible = records.visibleTo(query.viewer());
        Comparator<ProblemFold> order = order(query.sortBy(), query.descending());
        List<ProblemFold> all = records.all(query.viewer(), query.moment()).stream()
                .filter(new ProblemSelection(query.filter(), query.moment(), visible))
                .sorted(order)
                .toList();
        ProblemFold after = query.cursor() == null ? null : place(query, query.cursor());
        List<ProblemFold> rest = after == null
                ? all
                : all.stream().filter(one -> order.compare(one, after) > 0).toList();
        List<ProblemFold> page = rest.stream().limit(query.limit()).toList();
        return new Page<>(
                page.stream().map(one -> one.view(query.moment(), visible)).toList(),
                page.size() < rest.size() && !page.isEmpty()
                        ? page.getLast().id().value()
                        : null,
                all.size());
    }

    @QueryHandler
    public Optional<ProblemDetail> on(GetProblem query) {
        return records.find(query.viewer(), query.moment(), query.problemId())
                .map(found -> found.detail(query.moment(), records.visibleTo(query.viewer())));
    }

    @QueryHandler
    public Long on(GetHighestProblemNumber query) {
        return records.highestNumber();
    }

    private ProblemFold place(FindProblems query, String cursor) {
        return Optional.of(cursor)
                .filter(ProblemId::isValid)
                .flatMap(id -> records.find(query.viewer(), query.moment(), new ProblemId(id)))
                .orElseThrow(InvalidCursor::new);
    }

    /** Those without a value come last, whichever way is sorted; the reference tells apart those of the same value. */
    private static Comparator<ProblemFold> order(SortBy by, boolean descending) {
        Comparator<ProblemFold> value = switch (by) {
            case OPENED_AT -> by(fold -> fold.opened().occurredAt(), descending);
            case PRIORITY -> by(ProblemFold::priority, descending);
            case TARGET_DATE -> by(ProblemFold::targetDate, descending);
            case CLOSED_AT -> by(ProblemFold::closedAt, descending);
            case STATE -> by(ProblemFold::state, descending);
            case ID -> by(ProblemFold::id, descending);
        };
        return value.thenComparing(by(ProblemFold::id, descending));
    }

    private static <T extends Comparable<? super T>> Comparator<ProblemFold> by(
            Function<ProblemFold, @Nullable T> value, boolean descending) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(order));
    }
}
