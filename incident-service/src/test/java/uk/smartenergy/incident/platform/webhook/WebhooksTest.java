package uk.smartenergy.incident.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
    /** The example that Standard Webhooks gives. */
    @Test
    void aSignatureIsThatOfStandardWebhooks() {
        Secret secret = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();

        assertThat(secret.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretIsLongEnoughAndToldToNobodyByChance() {
        assertThat(Secret.of("too short")).isEmpty();
        assertThat(Secret.of("whsec_not base64!!!!!!!!!!!!!!!!!!!")).isEmpty();
        assertThat(Secret.of("any text of sixteen bytes or more")).isPresent();
        Secret generated = Secret.generated();
        assertThat(generated.text())
                .startsWith("whsec_")
                .isNotEqualTo(Secret.generated().text());
        assertThat(generated).hasToString("a secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "http:///x",
                "//example.org",
                "http://user@example.org/",
                "http://example.org/#x",
                "http://exa mple.org/",
                "javascript:alert(1)",
                "http://example.org:99999/",
                "http://example.org:0/",
                ""
            })
    void whatIsNoPlainUrlOfHttpIsNone(String text) {
        assertThat(AllowedHosts.url(text)).isEmpty();
    }

    @Test
    void anOperatorNamesTheHosts() {
        AllowedHosts some = new AllowedHosts(List.of("hooks.example.org", "*.Example.net"));

        assertThat(some.allow(URI.create("https://HOOKS.example.org/x"))).isTrue();
        assertThat(some.allow(URI.create("https://a.b.example.net:8443/"))).isTrue();
        assertThat(some.allow(URI.create("https://example.net/"))).isFalse();
        assertThat(some.allow(URI.create("https://badexample.net/"))).isFalse();
        assertThat(some.allow(URI.create("http://169.254.169.254/"))).isFalse();
        assertThat(new AllowedHosts(List.of()).allow(URI.create("http://localhost:1/")))
                .isTrue();
    }
}
