package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class UsersTest extends HttpTest {

    @Test
    void anAddedUserSignsInAndIsShownWithoutThePassword() {
        Got added = post(
                "/api/v1/users",
                "{\"name\": \"new.user\", \"password\": \"%s\", \"roles\": [\"OPS_GROUP\"]}".formatted(PASSWORD));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1/users/new.user");
        assertThat(added.response().body()).doesNotContain(PASSWORD, "$2a$");
        assertThat(send(as("new.user", "/api/v1/incidents")).status()).isEqualTo(200);
        assertThat(get("/api/v1/users/new.user").json().path("cleared").asBoolean())
                .isFalse();
        assertThat(get("/api/v1/users").response().body()).contains("new.user").doesNotContain("$2a$");
        assertThat(post(
                                "/api/v1/users",
                                "{\"name\": \"new.user\", \"password\": \"%s\", \"roles\": [\"OPS_GROUP\"]}"
                                        .formatted(PASSWORD))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Got refused = post(
                "/api/v1/users",
                "{\"name\": \"a:b\", \"password\": \"short\", \"roles\": [\"SERVICE_PROVIDER\"], \"cleared\": \"yes\"}");

        assertThat(refused.pointers()).containsExactlyInAnyOrder("/name", "/password", "/cleared", "/party");
        assertThat(post(
                                "/api/v1/users",
                                "{\"name\": \"x\", \"password\": \"%s\", \"roles\": []}".formatted("\u00e9".repeat(37)))
                        .pointers())
                .containsExactlyInAnyOrder("/password", "/roles");
    }

    @Test
    void aChangeIsFeltAtOnce() {
        user("changing", "OPS_GROUP", "", false);
        assertThat(send(as("changing", "/api/v1/incidents")).status()).isEqualTo(200);

        Got changed = send(as("admin", "/api/v1/users/changing")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"roles\": [\"SCRAPER\"], \"password\": \"another password\"}")));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(send(as("changing", "/api/v1/incidents")).status()).isEqualTo(401);
        assertThat(send(as("changing", "another password", "/api/v1/incidents")).status())
                .isEqualTo(403);
        assertThat(send(as("admin", "/api/v1/users/changing").DELETE()).status())
                .isEqualTo(204);
        assertThat(send(as("changing", "another password", "/api/v1/incidents")).status())
                .isEqualTo(401);
    }

    @Test
    void aUserWhoseAddingWasNotAnsweredIsNotInTheWayOfItsOwnRepetition() {
        String added = "{\"name\": \"lost\", \"password\": \"%s\", \"roles\": [\"OPS_GROUP\"]}".formatted(PASSWORD);
        assertThat(post("/api/v1/users", added, "Idempotency-Key", "u1").status())
                .isEqualTo(201);
        answers.kept.clear();

        Got again = post("/api/v1/users", added, "Idempotency-Key", "u1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo("/api/v1/users/lost");
        assertThat(post("/api/v1/users", added, "Idempotency-Key", "u2").status())
                .isEqualTo(409);
    }

    @Test
    void whatIsKeptOfAPasswordCannotBeGuessedFast() throws Exception {
        String added =
                "{\"name\": \"guessable\", \"password\": \"%s\", \"roles\": [\"OPS_GROUP\"]}".formatted(PASSWORD);
        post("/api/v1/%75sers", added, "Idempotency-Key", "u3");
        post("/api/v1/users", added, "Idempotency-Key", "u3");

        byte[] fast = MessageDigest.getInstance("SHA-256").digest(added.getBytes(StandardCharsets.UTF_8));
        assertThat(answers.kept.values())
                .isNotEmpty()
                .noneMatch(answer -> answer.bodyHash().equals(HexFormat.of().formatHex(fast)));
    }

    @Test
    void theFirstAdministratorStaysOne() {
        assertThat(send(as("admin", "/api/v1/users/admin").DELETE()).status()).isEqualTo(409);
        assertThat(send(as("admin", "/api/v1/users/admin")
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"roles\": [\"SECAS\"]}")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void tooManyFailuresMustWait() {
        user("guessed", "OPS_GROUP", "", false);
        for (int i = 0; i < 10; i++) {
            assertThat(send(as("guessed", "wrong password", "/api/v1/incidents"))
                            .status())
                    .isEqualTo(401);
        }

        Got slowed = send(as("guessed", "wrong password", "/api/v1/incidents"));

        assertThat(slowed.status()).isEqualTo(429);
        assertThat(Long.parseLong(slowed.header("Retry-After"))).isPositive();
        assertThat(get("/api/v1/incidents").status()).isEqualTo(200);
    }
}
