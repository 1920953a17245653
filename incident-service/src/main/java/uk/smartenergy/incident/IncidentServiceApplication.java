package uk.smartenergy.incident;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. Not for configuration: each room brings its own {@code *Configuration} class. */
@SpringBootApplication(proxyBeanMethods = false)
public class IncidentServiceApplication {

    public static void main(String[] args) {
        // Axon would print an advertisement at every start; it reads nothing but this system property.
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(IncidentServiceApplication.class, args);
    }
}
