package uk.smartenergy.incident.maintenance.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.SubscriberScope;
import uk.smartenergy.incident.api.maintenance.WindowFilter;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.Vocabulary;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.FileTokens;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Pages;

/** The forms of the query strings about Planned Maintenance, and of the body of who subscribes, which asks for the same. */
final class MaintenanceQueries {
    static final Field<List<WindowState>> STATE =
            Field.list(Field.choice("state", WindowState.class, "Where it stands."), WindowState.values().length);
    static final Field<List<Limit>> FINDING = Field.list(
            Field.choice("finding", Limit.class, "What was found about it; any one of them."), Limit.values().length);
    static final Field<Instant> FROM = Field.startingAt("from", "In part after.");
    static final Field<Instant> TO = Field.endingAt("to", "In part before.");
    static final Field<YearMonth> MONTH = Field.month("month", "In part within, in Europe/London.");
    static final Field<YearMonth> REPORTED =
            Field.month("month", "The month, in Europe/London.").must();

    /** @param any whether another lies at the same time. @param with which one */
    record Overlapping(@Nullable Boolean any, @Nullable WindowId with) {
        static final Overlapping WHATEVER = new Overlapping(null, null);

        static Optional<Overlapping> of(String text) {
            if (WindowId.isValid(text)) {
                return Optional.of(new Overlapping(null, new WindowId(text)));
            }
            return text.equals("true") || text.equals("false")
                    ? Optional.of(new Overlapping(Boolean.valueOf(text), null))
                    : Optional.empty();
        }
    }

    static final Field<Overlapping> OVERLAPPING = Field.line(
                    "overlapping",
                    15,
                    "Whether another lies at the same time: true or false; or the reference of a window, for those at the same time as that.")
            .mapIf(Overlapping::of, "must be true, false, or the reference of a window");
    static final Field<Boolean> SORT = Field.choice(
            "sort",
            List.of(false, true),
            descending -> descending ? "-start" : "start",
            "By start, with a minus downwards; default start.");
    static final Form NOTHING = Form.of("NoMaintenanceQuery");
    static final Form MONTHLY = Form.of("MaintenanceMonthQuery", REPORTED, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    static final Field<String> TOKEN = Field.line(
            FileTokens.PARAMETER, 200, "A subscriber's token, instead of signing in; then nothing else can be asked.");
    static final Form BY_TOKEN = Form.of("CalendarFileByToken", TOKEN);
    static final Field<String> NAME =
            Field.line("name", 120, "What you call it.").must().eg("Wall calendar, desk 4");

    final Field<List<String>> provider;
    final Field<List<String>> service;
    final Field<List<String>> region;
    final Form list;
    final Form file;
    final Field<List<String>> providers;
    final Field<List<String>> services;
    final Field<List<String>> regions;
    final Form subscriber;

    MaintenanceQueries(ReferenceData reference, MaintenanceForms forms) {
        Vocabulary words = reference.vocabulary();
        provider = providers("provider", forms);
        service = Field.list(Field.word("service", words::service, words::services, "A service that is affected."), 50);
        region = Field.list(
                Field.word("region", words::region, words::regions, "Where; what is GB-wide is everywhere."), 50);
        Field<?>[] filter = {provider, service, region, STATE, FINDING, FROM, TO, MONTH, OVERLAPPING};
        list = Form.of("PlannedMaintenanceQuery", filter)
                .and(SORT, Pages.LIMIT, Pages.CURSOR, Inquiry.AS_OF, Inquiry.KNOWN_AT);
        file = Form.of("CalendarFileQuery", filter).and(TOKEN);
        providers = providers("providers", forms);
        services = Field.list(
                Field.word("services", words::service, words::services, "Only if one of these is affected."), 50);
        regions = Field.list(
                        Field.word(
                                "regions", words::region, words::regions, "Only there; what is GB-wide is everywhere."),
                        50)
                .eg(List.of("North"));
        subscriber = Form.of("CalendarSubscriber", NAME, providers, services, regions);
    }

    private static Field<List<String>> providers(String name, MaintenanceForms forms) {
        return Field.list(
                Field.word(name, forms::provider, forms::providers, "Who undertakes it; any one of them."), 50);
    }

    WindowFilter filter(Filled in) {
        Overlapping overlapping = in.or(OVERLAPPING, Overlapping.WHATEVER);
        return new WindowFilter(
                in.set(provider),
                in.set(service),
                in.set(region),
                in.set(STATE),
                in.set(FINDING),
                in.get(FROM),
                in.get(TO),
                in.get(MONTH),
                overlapping.any(),
                overlapping.with());
    }

    SubscriberScope scope(Filled in) {
        return new SubscriberScope(in.all(providers), in.all(services), in.all(regions));
    }

    Map<String, Form> byOperation() {
        Map<String, Form> forms = new HashMap<>();
        forms.put("findWindows", list);
        forms.put("getCalendarFile", file);
        forms.put("getWindow", Inquiry.MOMENT);
        forms.put("getWindowTimeline", Inquiry.MOMENT);
        forms.put("findExceptionRequests", Inquiry.MOMENT);
        forms.put("getExceptionRequest", Inquiry.MOMENT);
        forms.put("findIncidentSuggestions", Inquiry.MOMENT);
        forms.put("getMaintenanceMonth", MONTHLY);
        forms.put("findSubscribers", NOTHING);
        return forms;
    }
}
