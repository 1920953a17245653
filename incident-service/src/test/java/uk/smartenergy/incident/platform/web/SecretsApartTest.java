package uk.smartenergy.incident.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecretsApartTest {
    private static final String SHOWN =
            "{\"id\":\"SUB1\",\"madeAt\":\"2018-08-01T09:00:00Z\",\"secret\":\"a \\\"quoted\\\" seçret\"}";

    private final Map<String, Answer> kept = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>(Map.of("SUB1", "a \"quoted\" seçret"));
    private final AnswerStore store =
            new SecretsApart(new InMemory(), about -> Optional.ofNullable(secrets.get(about)));

    private final class InMemory implements AnswerStore {
        @Override
        public Optional<Answer> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public void keep(String id, Answer answer) {
            kept.put(id, answer);
        }
    }

    private static Answer answer(String body, @Nullable String secretOf) {
        return new Answer("hash", 201, Map.of(), body.getBytes(StandardCharsets.UTF_8), false, secretOf);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void theSecretIsNotKeptAndTheAnswerIsTheSameAgainByteForByte() {
        store.keep("a", answer(SHOWN, "SUB1"));

        assertThat(kept.values()).noneMatch(one -> text(one).contains("ret"));
        assertThat(store.find("a").map(SecretsApartTest::text)).contains(SHOWN);
    }

    @Test
    void aSecretThatWasDeletedIsInNoAnswer() {
        store.keep("a", answer(SHOWN, "SUB1"));
        secrets.clear();

        assertThat(store.find("a").map(SecretsApartTest::text))
                .contains("{\"id\":\"SUB1\",\"madeAt\":\"2018-08-01T09:00:00Z\"}");
    }

    @Test
    void anAnswerWithoutASecretIsKeptAsItIs() {
        store.keep("a", answer("not even JSON", null));

        assertThat(store.find("a").map(SecretsApartTest::text)).contains("not even JSON");
    }
}
