package uk.smartenergy.incident.categorisation.web.backtest;

import java.time.Instant;
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
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.PolicyDocuments;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Reading;

/** The forms of the bodies and query strings about backtests. */
final class BacktestForms {
    static final int LARGEST_PAGE = 500;
    /** What a whole policy is called that says nothing else. */
    private static final String UNNAMED = "unnamed";

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

    BacktestForms(PoliciesInForce policies, PolicyDocuments documents) {
        policy = policy(
                        "policy",
                        policies,
                        documents,
                        "Under which policy: a version on record, or a whole policy; what it leaves out is as in the one in force.")
                .must()
                .eg("supplier-reading");
        baseline = policy("baseline", policies, documents, "What it is held against; default what stands on record.");
        backtest = Form.of("Backtest", policy, baseline, FROM, TO, Inquiry.AS_OF, Inquiry.KNOWN_AT);
    }

    Map<String, Form> bodies() {
        return Map.of("requestBacktest", backtest, "cancelBacktest", CANCELLATION);
    }

    static Map<String, Form> queries() {
        return Map.of("findBacktests", LIST, "getBacktest", NOTHING, "findBacktestChanges", CHANGES);
    }

    private static Field<PolicyChoice> policy(
            String name, PoliciesInForce policies, PolicyDocuments documents, String description) {
        Supplier<List<String>> known = () -> versions(policies);
        Map<String, Object> schema =
                Map.of("oneOf", List.of(Map.of("type", "string", "examples", known), Map.of("type", "object")));
        return new Field<>(
                name,
                description,
                false,
                schema,
                null,
                (value, pointer, reading) -> choice(value, pointer, reading, policies, documents));
    }

    private static @Nullable PolicyChoice choice(
            JsonNode value, String pointer, Reading reading, PoliciesInForce policies, PolicyDocuments documents) {
        PolicyBook book = policies.book();
        boolean named = !value.isObject() || value.isEmpty() || (value.size() == 1 && value.has("version"));
        if (!named) {
            return own(
                    documents.read(
                            value,
                            pointer,
                            book,
                            book.activeAt(reading.now()),
                            value.path("version").isMissingNode() ? UNNAMED : null),
                    reading);
        }
        JsonNode version = value.isObject() ? value.path("version") : value;
        Optional<CategorisationPolicy> found =
                version.isString() ? book.find(version.stringValue().strip()) : Optional.empty();
        if (found.isEmpty()) {
            reading.faults()
                    .add(
                            pointer,
                            "must be a whole policy, or one of the versions " + String.join(", ", versions(policies)));
            return null;
        }
        return new PolicyChoice(found.get(), true);
    }

    private static @Nullable PolicyChoice own(PolicyDocuments.Read read, Reading reading) {
        read.faults().forEach(fault -> reading.faults().add(fault.pointer(), fault.message()));
        return read.policy().map(policy -> new PolicyChoice(policy, false)).orElse(null);
    }

    private static List<String> versions(PoliciesInForce policies) {
        return policies.book().all().stream().map(CategorisationPolicy::version).toList();
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
