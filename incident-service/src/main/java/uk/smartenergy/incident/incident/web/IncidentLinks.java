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
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/api/v1/incidents");
        put(url, "state", filter.states().stream().map(Enum::name).sorted());
        put(
                url,
                "category",
                filter.categories().stream().map(Category::number).sorted().map(String::valueOf));
        put(url, "type", filter.types().stream().map(Enum::name).sorted());
        putNames(url, "resolver", filter.resolvers());
        putNames(url, "raisedBy", filter.raisedBy());
        putNames(url, "region", filter.regions());
        putNames(url, "service", filter.services());
        putNames(url, "businessProcess", filter.businessProcesses());
        putNames(url, "externalReference", filter.externalReferences());
        put(url, "open", Stream.of(String.valueOf(!contradiction)));
        put(url, "raisedFrom", Stream.ofNullable(filter.raisedFrom()).map(String::valueOf));
        put(url, "raisedTo", Stream.ofNullable(filter.raisedTo()).map(String::valueOf));
        put(url, "openLongerThan", Stream.ofNullable(longer).map(String::valueOf));
        put(url, "openNotLongerThan", Stream.ofNullable(openNotLongerThan).map(String::valueOf));
        put(url, "breached", Stream.ofNullable(filter.breached()).map(String::valueOf));
        put(url, "q", Stream.ofNullable(filter.text()));
        putOutcome(url, filter.outcome());
        put(url, "asOf", Stream.of(asOf.toString()));
        put(url, "knownAt", Stream.of(knownAt.toString()));
        return url.build().toUriString();
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
