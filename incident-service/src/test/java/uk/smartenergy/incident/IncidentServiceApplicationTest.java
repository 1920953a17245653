package uk.smartenergy.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IncidentServiceApplicationTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Test
    void startsAndCallsNobody() {
        assertThat(port).isPositive();
        assertThat(environment.getProperty("axon.update-check.disabled", Boolean.class))
                .isTrue();
    }
}
