package uk.smartenergy.incident.incident.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.StoreGate;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.web.Answer;
import uk.smartenergy.incident.platform.web.AnswerStore;
import uk.smartenergy.incident.platform.webhook.Secret;
import uk.smartenergy.incident.platform.webhook.Secrets;

/** The HTTP face alone, on a real server, with fakes behind it. */
@EnableAutoConfiguration
@ComponentScan({
    "uk.smartenergy.incident.platform.reference",
    "uk.smartenergy.incident.platform.web",
    "uk.smartenergy.incident.platform.security",
    "uk.smartenergy.incident.platform.mail",
    "uk.smartenergy.incident.platform.webhook",
    "uk.smartenergy.incident.communication.web",
    "uk.smartenergy.incident.incident.web",
    "uk.smartenergy.incident.categorisation.web",
    "uk.smartenergy.incident.majorincident.web",
    "uk.smartenergy.incident.calendar.web",
    "uk.smartenergy.incident.maintenance.web",
    "uk.smartenergy.incident.problem.web"
})
class WebTestApplication {
    static final Instant NOW = Instant.parse("2018-10-05T12:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    RecordingMessages messages() {
        return new RecordingMessages();
    }

    @Bean
    PoliciesInForce policiesInForce(RecordingMessages messages) {
        return () -> new PolicyBook(messages.policies);
    }

    @Bean
    Answers answerStore() {
        return new Answers();
    }

    @Bean
    KeptSecrets webhookSecrets() {
        return new KeptSecrets();
    }

    /** Secrets in memory. */
    static final class KeptSecrets implements Secrets {
        private final Map<SubscriptionId, Secret> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<Secret> find(SubscriptionId subscription) {
            return Optional.ofNullable(kept.get(subscription));
        }

        @Override
        public void keep(SubscriptionId subscription, Secret secret) {
            kept.putIfAbsent(subscription, secret);
        }

        @Override
        public void forget(SubscriptionId subscription) {
            kept.remove(subscription);
        }
    }

    @Bean
    ImportsInProgress importsInProgress() {
        return new ImportsInProgress();
    }

    /** Nothing was stored, and all of it is shown. */
    @Bean
    StoreGate storeGate() {
        return new StoreGate() {
            @Override
            public long head() {
                return 0;
            }

            @Override
            public boolean awaitProjected(long position, Duration atMost) {
                return true;
            }

            @Override
            public boolean awaitProjected(String projection, long position, Duration atMost) {
                return true;
            }

            @Override
            public boolean hasMore(String stream, long sequence) {
                return false;
            }

            @Override
            public Optional<String> claimed(String key) {
                return Optional.empty();
            }

            @Override
            public RuntimeException translated(RuntimeException failure) {
                return failure;
            }
        };
    }

    /** Answers in memory, which a test can lose. */
    static final class Answers implements AnswerStore {
        final Map<String, Answer> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<Answer> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public void keep(String id, Answer answer) {
            kept.putIfAbsent(id, answer);
        }
    }
}
