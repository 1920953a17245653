package uk.smartenergy.incident.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.MongoEventStorageEngine;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.projection.Projections;

/** Joins the door to Axon's buses. Commands run in the caller's thread; so do queries. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {
    private static final Duration LONGEST_WAIT_FOR_PROJECTIONS = Duration.ofSeconds(5);

    /** The service's only clock. Milliseconds, because that is what the API shows and a recording time must compare equal to what was shown. */
    @Bean
    Clock clock() {
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        GenericEventMessage.clock = new RecordingClock(clock);
        return clock;
    }

    @Bean
    ImportsInProgress importsInProgress() {
        return new ImportsInProgress();
    }

    @Bean
    CorrelationDataProvider whoActed() {
        return new SimpleCorrelationDataProvider(MetaKeys.ACTOR, MetaKeys.ACTOR_PARTY, MetaKeys.IMPORTED);
    }

    @Bean
    EventNames platformEventNames() {
        return EventNames.of(EventNames.Entry.of("platform.Claim", ClaimRecorded.class));
    }

    @Bean
    StoreGate storeGate(MongoEventStorageEngine engine, EventLog log, Projections projections) {
        return new EventStoreGate(engine, log, projections);
    }

    @Bean
    Messages messages(
            CommandBus commandBus,
            QueryBus queryBus,
            EventBus eventBus,
            StoreGate store,
            Clock clock,
            ObjectProvider<MessageObserver> observer,
            ObjectProvider<DecidingImage> images,
            Environment environment) {
        boolean soleWriter = environment.getProperty("mongodb.uri", "").isBlank();
        commandBus.registerHandlerInterceptor(new Claims(eventBus));
        return new AxonMessages(
                commandBus,
                queryBus,
                store,
                clock,
                observer.getIfAvailable(() -> MessagingConfiguration.SILENT),
                LONGEST_WAIT_FOR_PROJECTIONS,
                images.stream()
                        .map(image -> new Grounds(store, image, soleWriter, LONGEST_WAIT_FOR_PROJECTIONS))
                        .toList());
    }

    private static final MessageObserver SILENT = new MessageObserver() {
        @Override
        public void commandHandled(String command, Duration took, Outcome outcome) {}

        @Override
        public void queryAnswered(String query, Duration took, Outcome outcome) {}
    };
}
