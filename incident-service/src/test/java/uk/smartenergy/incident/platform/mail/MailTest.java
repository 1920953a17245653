package uk.smartenergy.incident.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.example",
                "a@",
                "a@b.example, c@d.example",
                "A <a@b.example>",
                "a@b.example\r\nBcc: c@d.example",
                "group: a@b.example;",
                "a b@c.example",
                "(x)a@b.example"
            })
    void whatIsNotOnePlainAddressIsNone(String text) {
        assertThat(Mail.address(text)).isEmpty();
    }

    @Test
    void aPlainAddressIsOne() {
        assertThat(Mail.address("sam.field+incidents@northwick.example")).isPresent();
    }
}
