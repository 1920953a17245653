package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;

/**
 * Joins the event store to Spring and Axon. {@code MONGODB_URI} names the server; where it is empty, the embedded one
 * serves from {@code INCIDENT_DATA_DIR}, {@code ./incident-data} by default.
 *
 * <p>The names of events come from beans of the type {@link EventNames}, of which there may be several.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    private static final int FETCH_DELAY_MILLIS = 50;

    /** For readers that are nearly at the head, as all are but at the start; the usual 10,000 weigh some hundred megabytes. */
    private static final int CACHED_EVENTS = 500;

    /** Whoever waits for an answer is told within seconds that the store is away; the same request can be sent again. */
    private static final Duration SHARED_DEADLINE = Duration.ofSeconds(4);

    /** Where the store is: what the embedded server must outlive hangs on this. */
    static final class StoreAddress implements AutoCloseable {

        final String uri;
        final @Nullable EmbeddedMongo embedded;

        StoreAddress(String configuredUri, Path folder) {
            this.embedded = configuredUri.isBlank() ? EmbeddedMongo.open(folder) : null;
            this.uri = embedded == null ? configuredUri.trim() : embedded.connectionString();
        }

        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Bean
    StoreAddress storeAddress(Environment environment) {
        return new StoreAddress(
                environment.getProperty("mongodb.uri", ""),
                Path.of(environment.getProperty("incident.data-dir", "./incident-data")));
    }

    @Bean
    MongoClient mongoClient(StoreAddress address) {
        return StoreClients.connect(address.uri);
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, StoreAddress address) {
        return client.getDatabase(StoreClients.databaseName(address.uri));
    }

    @Bean
    @Primary
    Serializer serializer() {
        return ClosedSerializer.create();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer(ObjectProvider<EventNames> names) {
        return new EventSerializer(names.stream().reduce(EventNames.of(), EventNames::and));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    MongoEventStorageEngine eventStorageEngine(
            MongoDatabase database,
            StoreAddress address,
            EventSerializer eventSerializer,
            ObjectProvider<EventUpcaster> upcasters,
            ObjectProvider<SnapshotFilter> snapshotFilter,
            ObjectProvider<AppendObserver> observer) {
        return MongoEventStorageEngine.builder()
                .database(database)
                .settings(
                        address.embedded == null
                                ? EventStoreSettings.defaults().withAppendDeadline(SHARED_DEADLINE)
                                : EventStoreSettings.embedded())
                .serializer(eventSerializer)
                .upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()))
                .snapshotFilter(snapshotFilter.getIfAvailable(SnapshotFilter::allowAll))
                .observer(observer.getIfAvailable(() -> AppendObserver.NONE))
                .build();
    }

    @Bean
    StoreHealth storeHealth(MongoEventStorageEngine engine) {
        return new StoreHealth(engine);
    }

    @Bean
    @Qualifier("eventStore")
    EmbeddedEventStore eventBus(MongoEventStorageEngine engine, Configuration configuration) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(FETCH_DELAY_MILLIS)
                .cachedEvents(CACHED_EVENTS)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
                .build();
    }

    /** Read models live in memory and are built anew at every start, and so are the tokens. */
    @Bean
    @ConditionalOnMissingBean
    TokenStore tokenStore() {
        return new InMemoryTokenStore();
    }
}
