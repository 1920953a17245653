package uk.smartenergy.incident.categorisation.web.backtest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.api.backtest.BacktestScope.PolicyChoice;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Reading;

/** The forms of the bodies and query strings about backtests. */
final class BacktestForms {
    static final int LARGEST_PAGE = 500;

    static final Field<Instant> FROM =
            Field.startingAt("from", "Incidents raised at or after.").must().eg("2018-07-01");
    static final Field<Instant> TO =
            Field.endingAt("to", "Incidents raised at or before.").must().eg("2018-07-31");
    static final Field<String> REASON = Field.text("reason", 4_000, "Why.").eg("Asked for the wrong month");
    static final Form CANCELLATION = Form.of("BacktestCancellation", REASON);

    static final Field<Integer> LIMIT =
            Field.integer("limit", 1, LARGEST_PAGE, "How many at most; default 50. In CSV: all, unless given.");
    static final Field<Integer> CURSOR = Field.text("cursor", 20, "Where to go on: nextCursor of the page before.")
            .mapIf(BacktestForms::place, "is not a cursor that this list gave out");
    static final Field<List<Category>> OLD_CATEGORY = categories("oldCategory", "The category before.");
    static final Field<List<Category>> NEW_CATEGORY = categories("newCategory", "The category under the policy.");
    static final Field<Boolean> RULED = Field.flag("ruled", "Whether what stood before was a ruling.");
    static final Form LIST = Form.of("BacktestsQuery", LIMIT, CURSOR);
    static final Form CHANGES = Form.of("BacktestChangesQuery", OLD_CATEGORY, NEW_CATEGORY, RULED, LIMIT, CURSOR);
    static final Form NOTHING = Form.of("BacktestQuery");

    final Field<PolicyChoice> policy;
    final Field<PolicyChoice> baseline;
    final Form backtest;

    BacktestForms(PoliciesInForce policies) {
        policy = policy("policy", policies, "Under which policy: a version on record, or a whole policy.")
                .must()
                .eg("supplier-reading");
        baseline = policy("baseline", policies, "What it is held against; default what stands on record.");
        backtest = Form.of("Backtest", policy, baseline, FROM, TO, Inquiry.AS_OF, Inquiry.KNOWN_AT);
    }

    Map<String, Form> bodies() {
        return Map.of("requestBacktest", backtest, "cancelBacktest", CANCELLATION);
    }

    static Map<String, Form> queries() {
        return Map.of("findBacktests", LIST, "getBacktest", NOTHING, "findBacktestChanges", CHANGES);
    }

    private static Field<PolicyChoice> policy(String name, PoliciesInForce policies, String description) {
        Supplier<List<String>> known = () -> policies.book().all().stream()
                .map(CategorisationPolicy::version)
                .toList();
        Map<String, Object> version = new LinkedHashMap<>(Map.of("type", "string", "examples", known));
        Map<String, Object> schema = Map.of("oneOf", List.of(version, Map.of("type", "object")));
        return new Field<>(
                name,
                description,
                false,
                schema,
                null,
                (value, pointer, reading) -> choice(value, pointer, reading, policies, known));
    }

    private static @Nullable PolicyChoice choice(
            JsonNode value, String pointer, Reading reading, PoliciesInForce policies, Supplier<List<String>> known) {
        JsonNode version = value.isObject() ? value.path("version") : value;
        Optional<CategorisationPolicy> found =
                version.isString() ? policies.book().find(version.stringValue().strip()) : Optional.empty();
        if (found.isEmpty()) {
            reading.faults().add(pointer, "must be one of " + String.join(", ", known.get()));
            return null;
        }
        return new PolicyChoice(found.get().version(), null);
    }

    private static Optional<Integer> place(String cursor) {
        return cursor.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(cursor)) : Optional.empty();
    }

    private static Field<List<Category>> categories(String name, String description) {
        return Field.list(
                Field.choice(
                        name,
                        IntStream.rangeClosed(1, 5).mapToObj(Category::of).toList(),
                        category -> String.valueOf(category.number()),
                        description),
                10);
    }
}
