package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The operations of the service's own description, and how to call each of them: with real references for the parameters of its path. */
final class OperationsWalk {
    private static final String BASE = "/api/v1";
    private static final Pattern REFERENCE = Pattern.compile("(INC|PBI|PMW)\\d{12}");

    /** Not JSON, or what a walk cannot bring about; these have tests of their own. */
    private static final Pattern APART = Pattern.compile(
            "/incidents/imports|/events|/planned-maintenance\\.ics|/categorisation-policies(/validation|/\\{version}/(activation|retirement)|/backtests/.*)?"
                    + "|/subscriptions/\\{id}/deliveries/.*");

    /** What must have been done before, beside making what the path names. */
    private static final Map<String, List<String>> BEFORE = before();

    private static final String REPORT = "/major-incident-reports/{id}/{kind}";
    private static final String WINDOW = "/planned-maintenance/{id}";
    private static final String PERIOD = "/regulatory-reports/{code}/{period}";

    private static Map<String, List<String>> before() {
        Map<String, List<String>> before = new HashMap<>();
        before.put("/incidents/{id}/resumptions", List.of("/incidents/{id}/pauses"));
        before.put("/incidents/{id}/closures", List.of("/incidents/{id}/resolutions"));
        before.put("/incidents/{id}/reopenings", List.of("/incidents/{id}/resolutions"));
        List<String> submitted = List.of(REPORT + "/versions", REPORT + "/submissions");
        before.put(REPORT + "/submissions", List.of(REPORT + "/versions"));
        before.put(REPORT + "/redactions", List.of(REPORT + "/versions"));
        before.put(REPORT + "/feedback", submitted);
        before.put(REPORT + "/agreements", submitted);
        before.put(REPORT + "/amendment-requests", plus(submitted, REPORT + "/feedback"));
        before.put(
                REPORT + "/amendments",
                plus(submitted, REPORT + "/feedback", REPORT + "/amendment-requests", REPORT + "/versions"));
        List<String> agreed = Stream.of("SUMMARY", "REVIEW")
                .map(kind -> "/major-incident-reports/{id}/" + kind)
                .flatMap(report -> Stream.of(report + "/versions", report + "/submissions", report + "/agreements"))
                .toList();
        before.put(REPORT + "/publication", agreed);
        before.put("/major-incident-reports/{id}/publication", agreed);
        before.put("/problems/{id}/removals", List.of("/problems/{id}/incidents"));
        before.put("/problems/{id}/reopenings", List.of("/problems/{id}/closures"));
        before.put(PERIOD + "/explanations", List.of(PERIOD + "/submissions"));
        return before;
    }

    private static List<String> plus(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private final ServiceClient client;
    private final JsonNode paths;
    private final JsonNode schemas;
    private final Map<String, String> known = new HashMap<>();
    private int made;

    /** @param fields that its body may have, each with its type. @param required those that it must have. @param conditional whether it takes If-Match */
    record Operation(String template, Map<String, String> fields, List<String> required, boolean conditional) {
        @Override
        public String toString() {
            return template;
        }
    }

    OperationsWalk(ServiceClient client, JsonNode description) {
        this.client = client;
        this.paths = description.path("paths");
        this.schemas = description.at("/components/schemas");
    }

    List<Operation> posts() {
        List<Operation> all = new ArrayList<>();
        paths.properties().forEach(path -> {
            JsonNode post = path.getValue().path("post");
            String template = path.getKey().substring(BASE.length());
            JsonNode media = post.at("/requestBody/content/application~1json");
            if (!media.isMissingNode() && !APART.matcher(template).matches()) {
                JsonNode schema =
                        schemas.path(media.at("/schema/$ref").asString("").replace("#/components/schemas/", ""));
                List<String> required = new ArrayList<>();
                schema.path("required").forEach(name -> required.add(name.asString()));
                boolean conditional = false;
                for (JsonNode parameter : post.path("parameters")) {
                    conditional |= parameter.path("name").asString("").equals("If-Match");
                }
                Map<String, String> fields = new LinkedHashMap<>();
                schema.path("properties")
                        .properties()
                        .forEach(field -> fields.put(
                                field.getKey(), field.getValue().path("type").asString("")));
                all.add(new Operation(template, fields, required, conditional));
            }
        });
        return all;
    }

    /** The statuses that the description says a POST may answer. */
    List<String> documents(Operation post) {
        return List.copyOf(
                paths.path(BASE + post.template()).at("/post/responses").propertyNames());
    }

    List<String> gets() {
        return paths.properties().stream()
                .filter(path ->
                        path.getKey().startsWith(BASE) && path.getValue().has("get"))
                .map(path -> path.getKey().substring(BASE.length()))
                .filter(template -> !APART.matcher(template).matches())
                .toList();
    }

    boolean asksForAMoment(String template) {
        List<String> names = new ArrayList<>();
        paths.path(BASE + template)
                .at("/get/parameters")
                .forEach(parameter -> names.add(parameter.path("name").asString("")));
        return names.containsAll(List.of("asOf", "knownAt"));
    }

    /** The path of an operation on things that were made for it, with all done that must come before. */
    String prepared(Operation operation) throws IOException {
        String path = resolved(operation.template());
        String root = path.split("/")[1];
        Set<String> done = new HashSet<>();
        for (String template : BEFORE.getOrDefault(operation.template(), List.of())) {
            String[] names = template.split("/");
            String[] values = path.split("/");
            for (int i = 0; i < names.length && i < values.length; i++) {
                names[i] = names[i].startsWith("{") ? values[i] : names[i];
            }
            String kinds = template.replaceAll("/(SUMMARY|REVIEW)/", "/{kind}/");
            ObjectNode body = example(kinds);
            if (!done.add(template)) {
                // A second version says something else than the first.
                body.putObject("parts").put("nature", "Amended");
            }
            send(String.join("/", names), body).orFail("Before " + operation + " in " + root);
        }
        return path;
    }

    /** A path with references of things that are there: each is made by the example of the collection before it. */
    String resolved(String template) throws IOException {
        StringBuilder path = new StringBuilder();
        StringBuilder soFar = new StringBuilder();
        for (String part : template.substring(1).split("/")) {
            if (part.startsWith("{")) {
                String made = made(soFar.toString(), path.toString());
                path.append('/').append(made);
            } else {
                path.append('/').append(part);
            }
            soFar.append('/').append(part);
        }
        return path.toString();
    }

    private String made(String template, String path) throws IOException {
        String fixed = fixed(template);
        if (fixed != null) {
            return fixed;
        }
        JsonNode post = paths.path(BASE + template).path("post");
        if (post.isMissingNode()) {
            throw new IllegalStateException("Nothing says what stands after " + template);
        }
        JsonNode answer = send(path, example(template))
                .orFail("Making one of " + template)
                .json();
        for (String name : List.of("id", "number", "version", "name")) {
            if (answer.has(name) && template.lastIndexOf('{') < 0) {
                return answer.path(name).asString();
            }
        }
        return "1";
    }

    /** What cannot be made by a POST to the collection. */
    private @Nullable String fixed(String template) throws IOException {
        return switch (template) {
            case "/categorisation-policies" -> "supplier-reading";
            case "/categorisation-policies/{version}/differences" -> "dcc-reading";
            case "/users" -> "meter";
            case "/major-incident-reports" -> resolvedMajorIncident();
            case "/major-incident-reports/{id}" -> "REVIEW";
            case REPORT + "/versions/{number}/differences" -> "1";
            case "/regulatory-reports" -> "PMR";
            // Each in a month of its own, so that what is said of one is not there already.
            case "/regulatory-reports/{code}" ->
                YearMonth.of(2016, 1).plusMonths(made++).toString();
            case WINDOW + "/incident-suggestions" -> existing("INC");
            case "/regulatory-reports/actions" -> madeFor("actions");
            case "/regulatory-reports/challenges" -> madeFor("challenges");
            case "/problems/suggestions" -> suggested();
            case "/papers/ops-group" -> YearMonth.of(2016, 1).plusMonths(made++).toString();
            case "/papers/ops-group/{month}/texts" -> "purpose";
            default -> null;
        };
    }

    private String madeFor(String kind) throws IOException {
        String path = resolved(PERIOD) + "/" + kind;
        JsonNode report = send(path, example(PERIOD + "/" + kind))
                .orFail("Making one of " + kind)
                .json();
        return report.path(kind).path(0).path("id").asString(report.path("id").asString(""));
    }

    private String suggested() throws IOException {
        for (int i = 0; i < 5; i++) {
            client.post("/incidents", null, Load.raising(made++)).orFail("Raising");
        }
        return client.get("/problems/suggestions")
                .orFail("Suggestions")
                .json()
                .at("/items/0/id")
                .asString("");
    }

    private String resolvedMajorIncident() throws IOException {
        Map<String, Object> raising = new LinkedHashMap<>(Load.raising(1));
        raising.put("impact", Map.of("level", "CRITICAL"));
        String id = client.post("/incidents", null, raising)
                .orFail("Raising a Major Incident")
                .id();
        client.post("/incidents/" + id + "/resolutions", null, Map.of("resolution", "A node was restarted"))
                .orFail("Resolving it");
        return id;
    }

    /** The description's example, with references of things that are there. */
    ObjectNode example(Operation operation) throws IOException {
        return example(operation.template());
    }

    private ObjectNode example(String template) throws IOException {
        JsonNode found = paths.path(BASE + template).at("/post/requestBody/content/application~1json/example");
        ObjectNode example = found.isObject() ? (ObjectNode) found.deepCopy() : ServiceClient.JSON.createObjectNode();
        if (template.equals("/users") || template.equals("/categorisation-policies")) {
            String name = template.equals("/users") ? "name" : "version";
            example.put(name, "example-" + ++made);
        }
        return (ObjectNode) real(example);
    }

    private JsonNode real(JsonNode node) throws IOException {
        if (node instanceof ObjectNode fields) {
            Map<String, JsonNode> all = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : fields.properties()) {
                all.put(field.getKey(), real(field.getValue()));
            }
            all.forEach(fields::set);
        } else if (node instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                items.set(i, real(items.get(i)));
            }
        } else if (node.isString()) {
            Matcher reference = REFERENCE.matcher(node.asString());
            if (reference.matches()) {
                return StringNode.valueOf(existing(reference.group(1)));
            }
        }
        return node;
    }

    private String existing(String kind) throws IOException {
        String found = known.get(kind);
        if (found == null) {
            found = switch (kind) {
                case "INC" ->
                    client.post("/incidents", null, Load.raising(1))
                            .orFail("Raising")
                            .id();
                case "PBI" ->
                    send("/problems", example("/problems")).orFail("A Problem").id();
                default ->
                    send("/planned-maintenance", example("/planned-maintenance"))
                            .orFail("A window")
                            .id();
            };
            known.put(kind, found);
        }
        return found;
    }

    Answer send(String path, ObjectNode body) throws IOException {
        return client.post(path, null, body);
    }

    /** What can be seen of the thing that a path is about. */
    String state(String path) throws IOException {
        String[] parts = path.split("/");
        Answer answer = client.get("/" + parts[1] + (parts.length > 2 ? "/" + parts[2] : ""));
        return answer.status()
                + answer.header("ETag")
                + (answer.isSuccess() ? answer.json().path("total").asString("") : "");
    }
}
