package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the published description says. That its examples work is tried on a whole service, in EveryOperationIT. */
class DescriptionTest extends HttpTest {

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
