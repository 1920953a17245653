package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.AgeingReport;
import uk.smartenergy.incident.api.incident.AgeingReport.AgeBand;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.platform.web.Times;

/** Where the Incidents behind a number are listed: as of and as known at the very instants of the report. */
final class IncidentLinks {
    private static final Period MONTH = Period.ofMonths(1);

    private final IncidentFilter filter;
    private final Instant asOf;
    private final Instant knownAt;
    private final LocalDate day;

    IncidentLinks(IncidentFilter filter, Instant asOf, Instant knownAt) {
        this.filter = filter;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.day = asOf.atZone(Times.LONDON).toLocalDate();
    }

    /** An ageing report with the links of all its numbers. */
    static AgeingReport linked(AgeingReport report, IncidentFilter filter, AgeingReport.@Nullable GroupBy groupBy) {
        IncidentLinks all = new IncidentLinks(filter, report.asOf(), report.knownAt());
        return new AgeingReport(
                report.asOf(),
                report.knownAt(),
                report.open(),
                report.openOverOneMonth(),
                all.bands(report.bands()),
                report.groups().stream().map(group -> all.group(group, groupBy)).toList(),
                all.open(),
                all.openOverOneMonth());
    }

    /** Where the Incidents of a month's updates are listed. @param by while these were Resolver; empty: whoever was */
    static String updates(String month, Set<String> by, Instant asOf, Instant knownAt) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/api/v1/incidents");
        put(url, "updatesIn", Stream.of(month));
        putNames(url, "updatesBy", by);
        put(url, "asOf", Stream.of(asOf.toString()));
        put(url, "knownAt", Stream.of(knownAt.toString()));
        return url.build().toUriString();
    }

    private AgeingReport.Group group(AgeingReport.Group group, AgeingReport.@Nullable GroupBy groupBy) {
        IncidentFilter narrowed = groupBy == null ? filter : narrowed(groupBy, group.group());
        if (narrowed == null) {
            return group;
        }
        IncidentLinks links = new IncidentLinks(narrowed, asOf, knownAt);
        return new AgeingReport.Group(
                group.group(),
                group.open(),
                group.openOverOneMonth(),
                links.bands(group.bands()),
                links.open(),
                links.openOverOneMonth());
    }

    /** The filter for a group; {@code null} if a filter cannot say it: in one of these services and also in that one. */
    private @Nullable IncidentFilter narrowed(AgeingReport.GroupBy groupBy, String group) {
        boolean two = groupBy == AgeingReport.GroupBy.SERVICE
                && !filter.services().isEmpty()
                && !filter.services().contains(group);
        return two
                ? null
                : new IncidentFilter(
                        filter.states(),
                        filter.open(),
                        groupBy == AgeingReport.GroupBy.CATEGORY
                                ? Set.of(Category.of(Integer.parseInt(group)))
                                : filter.categories(),
                        groupBy == AgeingReport.GroupBy.TYPE ? Set.of(IncidentType.valueOf(group)) : filter.types(),
                        groupBy == AgeingReport.GroupBy.RESOLVER ? Set.of(group) : filter.resolvers(),
                        filter.raisedBy(),
                        groupBy == AgeingReport.GroupBy.REGION ? Set.of(group) : filter.regions(),
                        groupBy == AgeingReport.GroupBy.SERVICE ? Set.of(group) : filter.services(),
                        filter.businessProcesses(),
                        filter.externalReferences(),
                        filter.raisedFrom(),
                        filter.raisedTo(),
                        filter.openLongerThan(),
                        filter.openNotLongerThan(),
                        filter.breached(),
                        filter.text(),
                        filter.categoryHistory(),
                        filter.partyCategories(),
                        filter.updates(),
                        filter.outcome());
    }

    private List<AgeingReport.Band> bands(List<AgeingReport.Band> bands) {
        return bands.stream()
                .map(band -> new AgeingReport.Band(band.band(), band.count(), band(band.band())))
                .toList();
    }

    String open() {
        return url(filter.openLongerThan(), filter.openNotLongerThan());
    }

    String openOverOneMonth() {
        return url(IncidentQueries.longer(filter.openLongerThan(), MONTH, day), filter.openNotLongerThan());
    }

    private String band(AgeBand band) {
        Period over = switch (band) {
            case UP_TO_1_WEEK -> null;
            case UP_TO_2_WEEKS -> Period.ofWeeks(1);
            case UP_TO_1_MONTH -> Period.ofWeeks(2);
            case UP_TO_3_MONTHS -> MONTH;
            case OVER_3_MONTHS -> Period.ofMonths(3);
        };
        Period upTo = switch (band) {
            case UP_TO_1_WEEK -> Period.ofWeeks(1);
            case UP_TO_2_WEEKS -> Period.ofWeeks(2);
            case UP_TO_1_MONTH -> MONTH;
            case UP_TO_3_MONTHS -> Period.ofMonths(3);
            case OVER_3_MONTHS -> null;
        };
        return url(
                over == null ? filter.openLongerThan() : IncidentQueries.longer(filter.openLongerThan(), over, day),
                upTo == null
                        ? filter.openNotLongerThan()
                        : IncidentQueries.shorter(filter.openNotLongerThan(), upTo, day));
    }

    /** Those that are open. */
    private String url(@Nullable Period openLongerThan, @Nullable Period openNotLongerThan) {
        // Whoever asks for the open ones among those that are not open gets an empty list: openLongerThan says "open"
        // too.
        boolean contradiction = Boolean.FALSE.equals(filter.open());
        Period longer = contradiction && openLongerThan == null ? Period.ZERO : openLongerThan;
        return list(new IncidentFilter(
                filter.states(),
                !contradiction,
                filter.categories(),
                filter.types(),
                filter.resolvers(),
                filter.raisedBy(),
                filter.regions(),
                filter.services(),
                filter.businessProcesses(),
                filter.externalReferences(),
                filter.raisedFrom(),
                filter.raisedTo(),
                longer,
                openNotLongerThan,
                filter.breached(),
                filter.text(),
                filter.categoryHistory(),
                filter.partyCategories(),
                filter.updates(),
                filter.outcome()));
    }

    /** Those that a filter selects, as of and as known at the instants of the report. */
    String list(IncidentFilter wanted) {
        IncidentFilter.CategoryHistory history = wanted.categoryHistory();
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/api/v1/incidents");
        put(url, "state", wanted.states().stream().map(Enum::name).sorted());
        put(url, "category", numbers(wanted.categories()));
        put(url, "firstCategory", numbers(history.first()));
        put(url, "ruledCategory", history.ruled().stream().sorted());
        put(url, "type", wanted.types().stream().map(Enum::name).sorted());
        putNames(url, "resolver", wanted.resolvers());
        putNames(url, "raisedBy", wanted.raisedBy());
        putNames(url, "partyCategory", wanted.partyCategories());
        putNames(url, "region", wanted.regions());
        putNames(url, "service", wanted.services());
        putNames(url, "businessProcess", wanted.businessProcesses());
        putNames(url, "policyVersion", history.policyVersions());
        putNames(url, "externalReference", wanted.externalReferences());
        putIfThere(url, "open", wanted.open());
        putIfThere(url, "raisedFrom", wanted.raisedFrom());
        putIfThere(url, "raisedTo", wanted.raisedTo());
        putIfThere(url, "openLongerThan", wanted.openLongerThan());
        putIfThere(url, "openNotLongerThan", wanted.openNotLongerThan());
        putIfThere(url, "breached", wanted.breached());
        putIfThere(url, "disputed", history.disputed());
        putIfThere(url, "disputeOpen", history.disputeOpen());
        putIfThere(url, "recategorised", history.recategorised());
        putIfThere(url, "updateOverdue", wanted.updates().overdue());
        putIfThere(url, "updatesIn", wanted.updates().in());
        putNames(url, "updatesBy", wanted.updates().by());
        putIfThere(url, "q", wanted.text());
        putOutcome(url, wanted.outcome());
        put(url, "asOf", Stream.of(asOf.toString()));
        put(url, "knownAt", Stream.of(knownAt.toString()));
        return url.build().toUriString();
    }

    private static Stream<String> numbers(Collection<Category> categories) {
        return categories.stream().map(Category::number).sorted().map(String::valueOf);
    }

    private static void putIfThere(UriComponentsBuilder url, String name, @Nullable Object value) {
        put(url, name, Stream.ofNullable(value).map(String::valueOf));
    }

    /** Those with this outcome. @param open whether open; {@code null}: either */
    static String list(IncidentFilter.Outcome outcome, @Nullable Boolean open, Instant asOf, Instant knownAt) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/api/v1/incidents");
        put(url, "open", Stream.ofNullable(open).map(String::valueOf));
        putOutcome(url, outcome);
        put(url, "asOf", Stream.of(asOf.toString()));
        put(url, "knownAt", Stream.of(knownAt.toString()));
        return url.build().toUriString();
    }

    private static void putOutcome(UriComponentsBuilder url, IncidentFilter.Outcome outcome) {
        put(url, "resolvedFrom", Stream.ofNullable(outcome.resolvedFrom()).map(String::valueOf));
        put(url, "resolvedTo", Stream.ofNullable(outcome.resolvedTo()).map(String::valueOf));
        put(
                url,
                "resolutionCategory",
                outcome.resolutionCategories().stream()
                        .map(Category::number)
                        .sorted()
                        .map(String::valueOf));
        put(url, "responseMissed", Stream.ofNullable(outcome.responseMissed()).map(String::valueOf));
        put(
                url,
                "resolutionMissed",
                Stream.ofNullable(outcome.resolutionMissed()).map(String::valueOf));
        put(url, "resolutionDueTo", Stream.ofNullable(outcome.resolutionDueTo()).map(String::valueOf));
    }

    private static void putNames(UriComponentsBuilder url, String name, Collection<String> values) {
        put(url, name, values.stream().sorted().map(value -> value.replace(",", "\\,")));
    }

    private static void put(UriComponentsBuilder url, String name, Stream<String> values) {
        values.forEach(value -> url.queryParam(name, UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
    }
}
