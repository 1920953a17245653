package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsAsCsvTest extends HttpTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/categorisation-policies | version,",
                "/api/v1/categorisation-policies/backtests | id,state,progress.",
                "/api/v1/communication-templates | code,name,categories,",
                "/api/v1/subscriptions | id,owner,channel,",
                "/api/v1/working-days?from=2018-08-27&to=2018-08-28 | date,workingDay,why,name"
            })
    void everyListComesAsCsvForWhoWantsThat(String path, String columns) {
        Got got = send(as("admin", path).header("Accept", "text/csv"));

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).startsWith("text/csv");
        assertThat(got.response().body()).startsWith(columns);
    }

    @Test
    void whoTakesAnythingGetsJson() {
        Got got = send(as("admin", "/api/v1/communication-templates").header("Accept", "*/*"));

        assertThat(got.header("Content-Type")).isEqualTo("application/json");
        assertThat(got.json().path("items").size()).isPositive();
    }

    @Test
    void theDescriptionSaysSo() {
        Got got = send(as("admin", "/v3/api-docs"));

        assertThat(got.json().at("/paths/~1api~1v1~1working-days/get/responses/200/content/text~1csv"))
                .isNotEmpty();
        assertThat(got.json().at("/paths/~1api~1v1~1incidents~1{id}/get/responses/200/content/text~1csv"))
                .isEmpty();
    }
}
