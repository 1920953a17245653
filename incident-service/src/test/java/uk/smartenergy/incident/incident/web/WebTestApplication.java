package uk.smartenergy.incident.incident.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import uk.smartenergy.incident.platform.web.Answer;
import uk.smartenergy.incident.platform.web.AnswerStore;

/** The HTTP face alone, on a real server, with fakes behind it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
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

    @Bean
    @Primary
    Words words() {
        return new TestWords();
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

    static final class TestWords implements Words {
        @Override
        public List<String> services() {
            return List.of("WAN", "SMKI");
        }

        @Override
        public List<String> businessProcesses() {
            return List.of("Install & Commission", "Billing");
        }

        @Override
        public List<String> regions() {
            return List.of("North", "South");
        }

        @Override
        public List<String> escalationLevels() {
            return List.of("SERVICE_DESK", "SERVICE_MANAGER");
        }

        @Override
        public Optional<String> service(String input) {
            return find(services(), input);
        }

        @Override
        public Optional<String> businessProcess(String input) {
            return find(businessProcesses(), input);
        }

        @Override
        public Optional<String> region(String input) {
            return find(regions(), input);
        }

        @Override
        public Optional<String> escalationLevel(String input) {
            return find(escalationLevels(), input);
        }

        private static Optional<String> find(List<String> words, String input) {
            return words.stream().filter(word -> word.equalsIgnoreCase(input)).findFirst();
        }
    }
}
