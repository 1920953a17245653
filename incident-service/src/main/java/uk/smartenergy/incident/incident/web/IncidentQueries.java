package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.AgeingReport;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The query strings about Incidents: lists and reports take the same filter. */
final class IncidentQueries {
    static final int LARGEST_PAGE = 500;

    static final Field<List<IncidentState>> STATE =
            Field.list(Field.choice("state", IncidentState.class, "Where it stands in its life."), 10);
    static final Field<Boolean> OPEN = Field.flag("open", "Whether it is open, that is not resolved.");
    static final Field<List<Category>> CATEGORY = Field.list(
            Field.choice(
                    "category",
                    IntStream.rangeClosed(1, 5).mapToObj(Category::of).toList(),
                    category -> String.valueOf(category.number()),
                    "The category as it stands."),
            10);
    static final Field<List<IncidentType>> TYPE =
            Field.list(Field.choice("type", IncidentType.class, "What it is about."), 10);
    static final Field<List<String>> RESOLVER = names("resolver", "The Resolver as it stands; NONE: without one.");
    static final Field<List<String>> RAISED_BY = names("raisedBy", "The party that raised it.");
    static final Field<List<String>> EXTERNAL_REFERENCE = names("externalReference", "Its reference elsewhere.");
    static final Field<Instant> RAISED_FROM = Field.startingAt("raisedFrom", "Raised at or after.");
    static final Field<Instant> RAISED_TO = Field.endingAt("raisedTo", "Raised at or before.");
    static final Field<Period> OPEN_LONGER_THAN = Field.period(
            "openLongerThan",
            "Open, and this period since raising, by calendar in Europe/London, is over; such as P1M.");
    static final Field<Period> OPEN_NOT_LONGER_THAN =
            Field.period("openNotLongerThan", "Open, and this period is not over.");
    static final Field<Boolean> BREACHED = Field.flag("breached", "Whether a target is missed, or none is.");
    static final Field<List<Category>> FIRST_CATEGORY = Field.list(
            Field.choice(
                    "firstCategory",
                    IntStream.rangeClosed(1, 5).mapToObj(Category::of).toList(),
                    category -> String.valueOf(category.number()),
                    "The category as first assigned."),
            10);
    static final Field<List<String>> RULED_CATEGORY = Field.list(
            Field.choice(
                    "ruledCategory",
                    List.of("1", "2", "3", "4", "5", IncidentFilter.NONE),
                    Function.identity(),
                    "The category as ruled last; NONE: never ruled on."),
            10);
    static final Field<Boolean> DISPUTED = Field.flag("disputed", "Whether the category was ever disputed.");
    static final Field<Boolean> DISPUTE_OPEN = Field.flag("disputeOpen", "Whether a dispute is open.");
    static final Field<Boolean> RECATEGORISED =
            Field.flag("recategorised", "Whether the category as it stands is another than the first.");
    static final Field<List<String>> POLICY_VERSION = names(
            "policyVersion",
            "The policy version by which the category as it stands was decided; NONE: decided elsewhere.");
    static final Field<List<String>> PARTY_CATEGORY = names(
            "partyCategory", "The Party category of the raiser, such as Large Supplier; NONE: of unknown parties.");
    static final Field<Boolean> UPDATE_OVERDUE = Field.flag(
            "updateOverdue", "Whether an update to Interested Parties is owed and its time is over, or not.");
    static final Field<java.time.YearMonth> UPDATES_IN = Field.month(
            "updatesIn", "An update was sent, or fell due and did not come, in this month, such as 2018-08.");
    static final Field<List<String>> UPDATES_BY =
            names("updatesBy", "Of these updates, while one of these was Resolver; NONE: nobody was.");
    static final Field<String> TEXT =
            Field.text("q", 200, "Text in reference, summary, description, raiser's and external references.");

    static final Field<Instant> RESOLVED_FROM = Field.startingAt("resolvedFrom", "Resolved, last, at or after.");
    static final Field<Instant> RESOLVED_TO = Field.endingAt("resolvedTo", "Resolved, last, at or before.");
    static final Field<List<Category>> RESOLUTION_CATEGORY = Field.list(
            Field.choice(
                    "resolutionCategory",
                    IntStream.rangeClosed(1, 5).mapToObj(Category::of).toList(),
                    category -> String.valueOf(category.number()),
                    "The category whose Target Resolution counts: as it stood when resolved, or stands if open."),
            10);
    static final Field<Boolean> RESPONSE_MISSED =
            Field.flag("responseMissed", "Whether the Target Initial Response is missed.");
    static final Field<Boolean> RESOLUTION_MISSED =
            Field.flag("resolutionMissed", "Whether the Target Resolution is missed.");
    static final Field<Instant> RESOLUTION_DUE_TO =
            Field.endingAt("resolutionDueTo", "The Target Resolution ends, or ended, at or before.");

    static final Field<Sort> SORT = sort();
    static final Field<Integer> LIMIT =
            Field.integer("limit", 1, LARGEST_PAGE, "How many at most; default 50. In CSV: all, unless given.");
    static final Field<String> CURSOR = Field.text("cursor", 2_000, "Where to go on: nextCursor of the page before.");
    static final Field<AgeingReport.GroupBy> GROUP_BY = Field.choice(
            "groupBy",
            List.of(AgeingReport.GroupBy.values()),
            groupBy -> groupBy.name().toLowerCase(java.util.Locale.ROOT),
            "What to group by.");

    static final Field<Instant> FROM = Field.endingAt("from", "The first point; default one month before the last.");
    static final Field<Instant> TO = Field.endingAt("to", "The last point at the latest; default asOf, or now.");
    static final Field<Period> STEP = Field.period("step", "From point to point; default P1D.");
    static final Field<java.time.YearMonth> PERIOD =
            Field.month("period", "The month, such as 2018-08.").must();
    static final Form RDP_INCIDENTS = Form.of("RdpIncidentsQuery", PERIOD, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    static final Form COMMUNICATIONS = Form.of("CommunicationReportQuery", PERIOD, Inquiry.AS_OF, Inquiry.KNOWN_AT);
    static final Field<String> DRAFT_TEMPLATE =
            Field.line("template", IncidentForms.SHORT, "The code of the template; default: that of the category.");
    static final Form DRAFT = Form.of("CommunicationDraftQuery", DRAFT_TEMPLATE);

    final Field<List<String>> region;
    final Field<List<String>> service;
    final Field<List<String>> businessProcess;
    final Form list;
    final Form ageing;
    final Form trend;

    /** What a list is sorted by. */
    record Sort(SortBy by, boolean descending) {
        static final Sort NEWEST_FIRST = new Sort(SortBy.RAISED_AT, true);
    }

    IncidentQueries(Words words) {
        region = words("region", words::region, words::regions, "Where; NONE: without a region.");
        service = words("service", words::service, words::services, "A service that is affected; NONE: without any.");
        businessProcess = words(
                "businessProcess",
                words::businessProcess,
                words::businessProcesses,
                "A Business Process that is affected; NONE: without any.");
        Field<?>[] filter = {
            STATE,
            OPEN,
            CATEGORY,
            TYPE,
            RESOLVER,
            RAISED_BY,
            region,
            service,
            businessProcess,
            EXTERNAL_REFERENCE,
            RAISED_FROM,
            RAISED_TO,
            OPEN_LONGER_THAN,
            OPEN_NOT_LONGER_THAN,
            BREACHED,
            FIRST_CATEGORY,
            RULED_CATEGORY,
            DISPUTED,
            DISPUTE_OPEN,
            RECATEGORISED,
            POLICY_VERSION,
            PARTY_CATEGORY,
            UPDATE_OVERDUE,
            UPDATES_IN,
            UPDATES_BY,
            TEXT,
            RESOLVED_FROM,
            RESOLVED_TO,
            RESOLUTION_CATEGORY,
            RESPONSE_MISSED,
            RESOLUTION_MISSED,
            RESOLUTION_DUE_TO
        };
        list = Form.of("IncidentsQuery", filter).and(SORT, LIMIT, CURSOR, Inquiry.AS_OF, Inquiry.KNOWN_AT);
        ageing = Form.of("AgeingQuery", filter).and(GROUP_BY, Inquiry.AS_OF, Inquiry.KNOWN_AT);
        trend = Form.of("TrendQuery", filter).and(FROM, TO, STEP, Inquiry.AS_OF, Inquiry.KNOWN_AT);
    }

    Map<String, Form> byOperation() {
        Map<String, Form> forms = new HashMap<>();
        forms.put("findIncidents", list);
        forms.put("getIncident", Inquiry.MOMENT);
        forms.put("getTimeline", Inquiry.MOMENT);
        forms.put("getCategoryExplanation", Inquiry.MOMENT);
        forms.put("getTargetClocks", Inquiry.MOMENT);
        forms.put("findCommunications", Inquiry.MOMENT);
        forms.put("getCommunication", Inquiry.MOMENT);
        forms.putAll(DisputeForms.QUERIES);
        forms.putAll(ReportForms.QUERIES);
        forms.put("getAgeing", ageing);
        forms.put("getAgeingTrend", trend);
        forms.put("getRdpIncidents", RDP_INCIDENTS);
        forms.put("getCommunicationReport", COMMUNICATIONS);
        forms.put("getCommunicationDraft", DRAFT);
        forms.put("findCommunicationTemplates", TemplatesController.NOTHING);
        forms.put("getPerformance", PerformanceController.QUERY);
        return forms;
    }

    IncidentFilter filter(Filled in) {
        return new IncidentFilter(
                in.set(STATE),
                in.get(OPEN),
                in.set(CATEGORY),
                in.set(TYPE),
                in.set(RESOLVER),
                in.set(RAISED_BY),
                in.set(region),
                in.set(service),
                in.set(businessProcess),
                in.set(EXTERNAL_REFERENCE),
                in.get(RAISED_FROM),
                in.get(RAISED_TO),
                in.get(OPEN_LONGER_THAN),
                in.get(OPEN_NOT_LONGER_THAN),
                in.get(BREACHED),
                in.get(TEXT),
                new IncidentFilter.CategoryHistory(
                        in.set(FIRST_CATEGORY),
                        in.set(RULED_CATEGORY),
                        in.get(DISPUTED),
                        in.get(DISPUTE_OPEN),
                        in.get(RECATEGORISED),
                        in.set(POLICY_VERSION)),
                in.set(PARTY_CATEGORY),
                new IncidentFilter.Updates(in.get(UPDATE_OVERDUE), in.get(UPDATES_IN), in.set(UPDATES_BY)),
                outcome(in));
    }

    private static IncidentFilter.Outcome outcome(Filled in) {
        return new IncidentFilter.Outcome(
                in.get(RESOLVED_FROM),
                in.get(RESOLVED_TO),
                in.set(RESOLUTION_CATEGORY),
                in.get(RESPONSE_MISSED),
                in.get(RESOLUTION_MISSED),
                in.get(RESOLUTION_DUE_TO));
    }

    /** The longer of two periods, counted back from a day. */
    static Period longer(@Nullable Period one, Period other, LocalDate day) {
        return one != null && day.minus(one).isBefore(day.minus(other)) ? one : other;
    }

    /** The shorter of two periods, counted back from a day. */
    static Period shorter(@Nullable Period one, Period other, LocalDate day) {
        return one != null && day.minus(one).isAfter(day.minus(other)) ? one : other;
    }

    private static Field<List<String>> names(String name, String description) {
        return Field.list(Field.line(name, IncidentForms.SHORT, description), 50);
    }

    private static Field<List<String>> words(
            String name,
            Function<String, Optional<String>> canonical,
            java.util.function.Supplier<List<String>> known,
            String description) {
        Function<String, Optional<String>> orNone =
                input -> input.equals(IncidentFilter.NONE) ? Optional.of(IncidentFilter.NONE) : canonical.apply(input);
        return Field.list(Field.word(name, orNone, () -> with(known.get(), IncidentFilter.NONE), description), 50);
    }

    private static List<String> with(Collection<String> words, String more) {
        List<String> all = new ArrayList<>(words);
        all.add(more);
        return all;
    }

    private static Field<Sort> sort() {
        Map<SortBy, String> names = Map.of(
                SortBy.RAISED_AT, "raisedAt",
                SortBy.RECORDED_AT, "recordedAt",
                SortBy.CATEGORY, "category",
                SortBy.STATE, "state",
                SortBy.ID, "id",
                SortBy.RESOLVED_AT, "resolvedAt",
                SortBy.RESOLUTION_DUE_AT, "resolutionDueAt");
        List<Sort> sorts = new ArrayList<>();
        for (SortBy by : SortBy.values()) {
            sorts.add(new Sort(by, true));
            sorts.add(new Sort(by, false));
        }
        return Field.choice(
                "sort",
                sorts,
                sort -> (sort.descending() ? "-" : "") + names.get(sort.by()),
                "What to sort by, with a minus downwards; default -raisedAt, the newest first.");
    }
}
