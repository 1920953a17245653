package uk.smartenergy.incident.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;

class EventStoreConfigurationTest {
    @TempDir
    Path folder;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AxonAutoConfiguration.class,
                    AxonTracingAutoConfiguration.class,
                    NoOpTransactionAutoConfiguration.class,
                    InfraConfiguration.class,
                    EventProcessingAutoConfiguration.class))
            .withUserConfiguration(EventStoreConfiguration.class)
            .withBean("names", EventNames.class, () -> StoreFixture.NAMES)
            .withPropertyValues("axon.update-check.disabled=true", "axon.serializer.general=jackson3");

    @Test
    void withoutAnAddressTheEmbeddedServerKeepsTheEventsInTheDataFolder() {
        String data = "incident.data-dir=" + folder;
        runner.withPropertyValues(data).run(context -> {
            context.getBean(EmbeddedEventStore.class).publish(new GenericEventMessage<>("kept"));
            assertThat(context.getBean(StoreHealth.class).check().takesCommands())
                    .isTrue();
        });
        runner.withPropertyValues(data).run(context -> {
            EventStorageEngine engine = context.getBean(EventStorageEngine.class);
            assertThat(engine.readEvents(null, false).map(event -> (Object) event.getPayload()))
                    .containsExactly("kept");
        });
    }

    @Test
    void withAnAddressThatServerKeepsThem() {
        try (EmbeddedMongo server = EmbeddedMongo.inMemory()) {
            runner.withPropertyValues("mongodb.uri=" + server.connectionString() + "/desk")
                    .run(context -> assertThat(context.getBean(com.mongodb.client.MongoDatabase.class)
                                    .getName())
                            .isEqualTo("desk"));
        }
    }
}
