package uk.smartenergy.incident.incident.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.web.Answer;
import uk.smartenergy.incident.platform.web.AnswerStore;

/** The HTTP face alone, on a real server, with fakes behind it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "uk.smartenergy.incident.platform.reference",
    "uk.smartenergy.incident.platform.web",
    "uk.smartenergy.incident.platform.security",
    "uk.smartenergy.incident.incident.web"
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
    Answers answerStore() {
        return new Answers();
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
