package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** An operator's templates that refuse what is not complete. */
class IncompleteUpdatesTest extends HttpTest {
    private static final String COMMUNICATIONS = "/api/v1/incidents/INC000000000001/communications";

    @TempDir
    private static Path folder;

    @DynamicPropertySource
    static void templates(DynamicPropertyRegistry properties) throws IOException {
        try (InputStream shipped =
                IncompleteUpdatesTest.class.getResourceAsStream("/reference/communication-templates.yaml")) {
            assertThat(shipped).isNotNull();
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("communication-templates.yaml"),
                    text.replace("incomplete: SHOWN", "incomplete: REFUSED"));
        }
        properties.add("incident.reference.dir", folder::toString);
    }

    @Test
    void whatItsCategoryRequiresMustBeGiven() {
        messages.has(1, "Northwick Energy", null, false);

        Got got = post(COMMUNICATIONS, "{\"text\": \"Known\", \"affected\": \"WAN\"}");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.pointers())
                .containsExactlyInAnyOrder("/whoIsAffected", "/since", "/workaround", "/nextUpdateDue", "/expectedFix");
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void whatIsCompleteIsTaken() {
        messages.has(1, "Northwick Energy", null, false);

        assertThat(post(COMMUNICATIONS, """
                        {"text": "Known", "affected": "WAN", "whoIsAffected": "All in the North", "since": "2018-10-05T09:00:00Z",
                         "workaround": "None", "nextUpdateDue": "2018-10-05T16:00:00Z", "expectedFix": "2018-10-05T18:00:00Z"}""").status()).isEqualTo(201);
    }

    @Test
    void theTemplatesSayThatTheyRefuse() {
        assertThat(get("/api/v1/communication-templates").json().path("items").values())
                .extracting(template -> template.path("incomplete"))
                .extracting(JsonNode::asString)
                .containsOnly("REFUSED");
    }
}
