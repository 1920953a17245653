package uk.smartenergy.incident.problem.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemFilter;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery.SortBy;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.ProblemState;
import uk.smartenergy.incident.platform.reference.Vocabulary;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The query strings about Problems. */
final class ProblemQueries {
    private static final int LARGEST_PAGE = 500;

    static final Field<List<ProblemState>> STATE =
            Field.list(Field.choice("state", ProblemState.class, "Where it stands."), 3);
    static final Field<Boolean> OPEN = Field.flag("open", "Whether it is open, as a known error too.");
    static final Field<List<String>> OWNER =
            Field.list(Field.line("owner", ProblemForms.SHORT, "Who owns it; NONE: nobody."), 50);
    static final Field<List<ProblemPriority>> PRIORITY =
            Field.list(ProblemForms.priority("priority", "How urgent it is."), 4);
    static final Field<List<ProblemReason>> REASON =
            Field.list(Field.choice("reason", ProblemReason.class, "Why it was opened."), 5);
    static final Field<List<IncidentId>> INCIDENT = Field.list(
            Field.line("incident", 15, "A linked Incident.")
                    .mapIf(
                            text -> IncidentId.isValid(text) ? Optional.of(new IncidentId(text)) : Optional.empty(),
                            "must be INC and 12 digits"),
            50);
    static final Field<Boolean> OVERDUE =
            Field.flag("overdue", "Whether it is open and the day of its target date is over.");
    static final Field<Boolean> ROOT_CAUSE = Field.flag("rootCauseKnown", "Whether its root cause is known.");
    static final Field<Boolean> TARGET_DATE =
            Field.flag("timescale", "Whether it has a target date, that is a timescale.");
    static final Field<String> TEXT =
            Field.text("q", 200, "Text in reference, title, description, symptoms, root cause and workaround.");
    static final Field<Instant> OPENED_FROM = Field.startingAt("openedFrom", "Opened at or after.");
    static final Field<Instant> OPENED_TO = Field.endingAt("openedTo", "Opened at or before.");
    static final Field<Instant> CLOSED_FROM = Field.startingAt("closedFrom", "Closed at or after.");
    static final Field<Instant> CLOSED_TO = Field.endingAt("closedTo", "Closed at or before.");
    static final Field<Instant> SLIPPED_FROM =
            Field.startingAt("slippedFrom", "A target date was put off or given up at or after.");
    static final Field<Instant> SLIPPED_TO =
            Field.endingAt("slippedTo", "A target date was put off or given up at or before.");
    static final Field<Sort> SORT = sort();
    static final Field<Integer> LIMIT =
            Field.integer("limit", 1, LARGEST_PAGE, "How many at most; default 50. In CSV: all, unless given.");
    static final Field<String> CURSOR = Field.line("cursor", 200, "Where to go on: nextCursor of the page before.");
    static final Field<Quarter> PERIOD = Field.line("period", 7, "The quarter, such as 2018-Q3.")
            .mapIf(Quarter::of, "must be a quarter such as 2018-Q3")
            .must();
    static final Form REPORT = Form.of("ProblemReportQuery", PERIOD, Inquiry.AS_OF, Inquiry.KNOWN_AT);
    static final Form SUGGESTIONS = Form.of("SuggestionsQuery", LIMIT, CURSOR, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    final Field<List<String>> region;
    final Field<List<String>> service;
    final Form list;

    /** What a list is sorted by. */
    record Sort(SortBy by, boolean descending) {
        static final Sort NEWEST_FIRST = new Sort(SortBy.OPENED_AT, true);
    }

    ProblemQueries(Vocabulary words) {
        region = words("region", words::region, words::regions, "Where it shows; NONE: without a region.");
        service = words("service", words::service, words::services, "A service that it affects; NONE: without any.");
        list = Form.of(
                "ProblemsQuery",
                STATE,
                OPEN,
                region,
                service,
                OWNER,
                PRIORITY,
                REASON,
                INCIDENT,
                OVERDUE,
                ROOT_CAUSE,
                TARGET_DATE,
                TEXT,
                OPENED_FROM,
                OPENED_TO,
                CLOSED_FROM,
                CLOSED_TO,
                SLIPPED_FROM,
                SLIPPED_TO,
                SORT,
                LIMIT,
                CURSOR,
                Inquiry.AS_OF,
                Inquiry.KNOWN_AT);
    }

    Map<String, Form> byOperation() {
        Map<String, Form> forms = new HashMap<>();
        forms.put("findProblems", list);
        forms.put("getProblem", Inquiry.MOMENT);
        forms.put("getProblemTimeline", Inquiry.MOMENT);
        forms.put("findSuggestions", SUGGESTIONS);
        forms.put("getSuggestion", Inquiry.MOMENT);
        forms.put("getProblemReport", REPORT);
        return forms;
    }

    ProblemFilter filter(Filled in) {
        return new ProblemFilter(
                in.set(STATE),
                in.get(OPEN),
                in.set(region),
                in.set(service),
                in.set(OWNER),
                in.set(PRIORITY),
                in.set(REASON),
                in.set(INCIDENT),
                in.get(OVERDUE),
                in.get(TEXT),
                new ProblemFilter.Known(in.get(ROOT_CAUSE), in.get(TARGET_DATE)),
                new ProblemFilter.Times(
                        in.get(OPENED_FROM),
                        in.get(OPENED_TO),
                        in.get(CLOSED_FROM),
                        in.get(CLOSED_TO),
                        in.get(SLIPPED_FROM),
                        in.get(SLIPPED_TO)));
    }

    private static Field<List<String>> words(
            String name,
            Function<String, Optional<String>> canonical,
            Supplier<List<String>> known,
            String description) {
        return Field.list(
                Field.word(
                        name,
                        input -> input.equals(ProblemFilter.NONE) ? Optional.of(input) : canonical.apply(input),
                        () -> {
                            List<String> all = new ArrayList<>(known.get());
                            all.add(ProblemFilter.NONE);
                            return all;
                        },
                        description),
                50);
    }

    private static Field<Sort> sort() {
        Map<SortBy, String> names = Map.of(
                SortBy.OPENED_AT, "openedAt",
                SortBy.PRIORITY, "priority",
                SortBy.TARGET_DATE, "targetDate",
                SortBy.CLOSED_AT, "closedAt",
                SortBy.STATE, "state",
                SortBy.ID, "id");
        List<Sort> sorts = new ArrayList<>();
        for (SortBy by : SortBy.values()) {
            sorts.add(new Sort(by, true));
            sorts.add(new Sort(by, false));
        }
        return Field.choice(
                "sort",
                sorts,
                sort -> (sort.descending() ? "-" : "") + names.get(sort.by()),
                "What to sort by, with a minus downwards; default -openedAt, the newest first.");
    }
}
