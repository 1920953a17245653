package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionScope;
import uk.smartenergy.incident.api.communication.SubscriptionView;

class DescriptionTest extends HttpTest {
    private static final SubscriptionView SUBSCRIPTION = new SubscriptionView(
            new SubscriptionId("SUB" + "0".repeat(32)),
            "admin",
            null,
            Channel.WEBHOOK,
            "http://localhost/hook",
            new SubscriptionScope(List.of(), List.of(), List.of(), List.of(), null),
            RecordingMessages.THEN);

    @Test
    void everyExampleOfAPostWorksAsItIs() {
        JsonNode api = send(request("/v3/api-docs")).json();
        List<String> tried = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            JsonNode post = path.getValue().path("post");
            JsonNode example = post.at("/requestBody/content/application~1json/example");
            if (post.isMissingNode() || path.getKey().endsWith("/imports")) {
                continue;
            }
            assertThat(example.isObject()).as("example of " + path.getKey()).isTrue();
            messages.reset();
            messages.has(1, "Northwick Energy", null, false);
            messages.subscriptions.add(SUBSCRIPTION);
            messages.maintenance.has("CSP North", false);
            Got got = post(
                    path.getKey()
                            .replace("subscriptions/{id}", "subscriptions/" + SUBSCRIPTION.id())
                            .replace(
                                    "{deliveryId}",
                                    RecordingMessages.delivery(SUBSCRIPTION.id())
                                            .id()
                                            .value())
                            .replace("planned-maintenance/{id}", "planned-maintenance/" + FakeMaintenance.WINDOW)
                            .replace("{incidentId}", "INC000000000001")
                            .replace(
                                    "{id}",
                                    path.getKey().contains("/backtests/") ? "BT-000000000001" : "INC000000000001")
                            .replace("{kind}", "SUMMARY")
                            .replace("{number}", "1")
                            .replace("{version}", "supplier-reading"),
                    example.toString());
            assertThat(got.status())
                    .as("%s with %s: %s", path.getKey(), example, got.response().body())
                    .isIn(200, 201);
            assertThat(post.path("responses").has(String.valueOf(got.status())))
                    .as(path.getKey() + " documents " + got.status())
                    .isTrue();
            tried.add(path.getKey());
        }
        assertThat(tried).hasSizeGreaterThan(12);
    }

    @Test
    void itIsOpenApi31WithBasicAndProblems() {
        JsonNode api = send(request("/v3/api-docs")).json();

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/components/securitySchemes/basic/scheme").asString())
                .isEqualTo("basic");
        JsonNode raising = api.at("/paths/~1api~1v1~1incidents/post");
        for (String status : List.of("201", "400", "401", "403", "409", "413", "415", "422", "429", "503")) {
            assertThat(raising.path("responses").has(status)).as(status).isTrue();
        }
        assertThat(api.at("/components/schemas/RaisingRequest/required").values())
                .extracting(JsonNode::asString)
                .contains("summary", "type", "raisedBy", "impact");
        assertThat(api.at("/components/schemas/IncidentBody/properties/category/type")
                        .asString())
                .isEqualTo("integer");
    }

    @Test
    void thePagesAreThere() {
        assertThat(send(request("/")).response().body()).contains("swagger-ui");
        assertThat(send(request("/swagger-ui/index.html")).status()).isEqualTo(200);
    }

    @Test
    void thePoliciesThatComeWithTheProductAreListed() {
        Got got = get("/api/v1/categorisation-policies");

        assertThat(got.json().path("items").values())
                .extracting(policy -> policy.path("version").asString())
                .contains("dcc-reading", "supplier-reading");
        assertThat(got.json().at("/items/0/targets/0/resolution").asString()).isNotEmpty();
    }
}
