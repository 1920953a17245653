package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks every operation that the service's own description has, so that none is forgotten: the example of each POST works on a real service, bad
 * input to each is refused with its place and changes nothing, and every question that is asked wrongly is refused as well.
 */
class EveryOperationIT {
    private static final String LONG = "x".repeat(200_000);

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static ServiceClient admin;
    private static OperationsWalk walk;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.Launch.on(folder.resolve("data")).start();
        admin = service.admin();
        walk = new OperationsWalk(
                admin, admin.getPlain("/v3/api-docs").orFail("The description").json());
        admin.post(
                        "/users",
                        null,
                        Map.of("name", "meter", "password", "a-long-password-1", "roles", List.of("SCRAPER")))
                .orFail("Adding a user");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    static Stream<OperationsWalk.Operation> posts() {
        return walk.posts().stream();
    }

    static Stream<String> gets() {
        return walk.gets().stream();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void theExampleWorksAndBadInputIsRefused(OperationsWalk.Operation post) throws IOException {
        String path = walk.prepared(post);
        ObjectNode example = walk.example(post);
        refusesBadInput(post, path, example);

        Answer answer = walk.send(path, example);
        assertThat(answer.status()).as("%s with %s: %s", path, example, answer).isIn(Set.of(200, 201));
        assertThat(walk.documents(post)).as("documented answers of " + post).contains(String.valueOf(answer.status()));
        if (answer.status() == 201) {
            assertThat(answer.header("Location")).as("Location of " + path).startsWith("/api/v1/");
        }
    }

    private void refusesBadInput(OperationsWalk.Operation post, String path, ObjectNode example) throws IOException {
        String before = walk.state(path);
        isRefused(path, "[]", 400);
        isRefused(path, "{\"a\":", 400);
        for (String field : post.fields().keySet()) {
            ObjectNode wrong = example.deepCopy();
            if (post.fields().get(field).equals("object")) {
                wrong.put(field, "a fish");
            } else {
                wrong.putObject(field).put("fish", 1);
            }
            assertThat(pointers(isRefused(path, wrong.toString(), 400)))
                    .as("%s with a fish for %s", path, field)
                    .anyMatch(pointer -> pointer.startsWith("/" + field));
            ObjectNode tooLong = example.deepCopy();
            tooLong.put(field, LONG);
            isRefused(path, tooLong.toString(), 400);
        }
        if (post.fields().containsKey("occurredAt")) {
            ObjectNode later = example.deepCopy();
            later.put("occurredAt", "2190-01-01T00:00:00Z");
            isRefused(path, later.toString(), 400);
        }
        if (!post.required().isEmpty()) {
            assertThat(pointers(isRefused(path, "{}", 400)))
                    .as(path + " with nothing")
                    .containsAll(
                            post.required().stream().map(name -> "/" + name).toList());
        }
        if (post.conditional()) {
            Answer stale = admin.post(path, null, 4_000L, "application/json", example.toString());
            assertThat(stale.status())
                    .as(path + " with a stale If-Match: " + stale)
                    .isEqualTo(412);
        }
        assertThat(admin.asNobody().post(path, null, Map.of()).status())
                .as(path)
                .isEqualTo(401);
        assertThat(admin.as("meter", "a-long-password-1")
                        .post(path, null, Map.of())
                        .status())
                .as(path + " by who may only read metrics")
                .isEqualTo(403);
        assertThat(admin.post(path, null, null, "text/plain", "x").status())
                .as(path + " as plain text")
                .isEqualTo(415);
        assertThat(walk.state(path)).as("after bad input to " + path).isEqualTo(before);
    }

    private static Answer isRefused(String path, String body, int status) throws IOException {
        Answer answer = admin.post(path, null, null, "application/json", body);
        String said = "%s with %.200s: %s".formatted(path, body, answer);
        assertThat(answer.status()).as(said).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(said).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString("")).as(said).isNotBlank();
        assertThat(answer.text()).as(said).doesNotContain("Exception", "uk.smartenergy", "java.");
        return answer;
    }

    private static List<String> pointers(Answer answer) {
        List<String> pointers = new ArrayList<>();
        for (JsonNode error : answer.json().path("errors")) {
            pointers.add(error.path("pointer").asString(""));
        }
        return pointers;
    }

    @ParameterizedTest
    @MethodSource("gets")
    void aQuestionThatIsAskedWronglyIsRefused(String template) throws IOException {
        String path = walk.resolved(template);

        if (!template.startsWith("/users")) {
            assertThat(admin.get(path + "?fishes=3").status())
                    .as(path + "?fishes=3")
                    .isEqualTo(400);
        }
        assertThat(admin.asNobody().get(path).status()).as(path).isEqualTo(401);
        if (walk.asksForAMoment(template)) {
            for (String time : List.of("asOf", "knownAt")) {
                Answer answer = admin.get(path + "?" + time + "=yesterday");
                assertThat(answer.status()).as(path + ": " + answer).isEqualTo(400);
                assertThat(pointers(answer)).as(path).contains("/" + time);
            }
        }
        if (template.contains("{")) {
            String nowhere = template.replaceAll("\\{[^}]+}", "NO-SUCH-THING");
            assertThat(admin.get(nowhere).status()).as(nowhere).isIn(Set.of(404, 400));
        }
    }
}
