package uk.smartenergy.incident.platform.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps answers without their secrets, and gives them back with those that are still there: a secret is kept in one place, and gone when it is
 * deleted there. In the body it is the last property, {@code secret}.
 */
final class SecretsApart implements AnswerStore {
    private static final String SECRET = "secret";

    private final AnswerStore store;
    private final AnswerSecrets secrets;
    private final JsonMapper json = JsonMapper.builder().build();

    SecretsApart(AnswerStore store, AnswerSecrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public Optional<Answer> find(String id) {
        return store.find(id).map(this::withSecret);
    }

    @Override
    public void keep(String id, Answer answer) {
        store.keep(id, answer.secretOf() == null ? answer : answer.withBody(bodyWith(answer, null)));
    }

    private Answer withSecret(Answer kept) {
        String about = kept.secretOf();
        return about == null
                ? kept
                : secrets.find(about)
                        .map(secret -> kept.withBody(bodyWith(kept, secret)))
                        .orElse(kept);
    }

    private byte[] bodyWith(Answer answer, @Nullable String secret) {
        JsonNode read = json.readTree(answer.body());
        if (!(read instanceof ObjectNode body)) {
            throw new IllegalStateException("An answer with a secret is no JSON object");
        }
        body.remove(SECRET);
        if (secret != null) {
            body.put(SECRET, secret);
        }
        return json.writeValueAsBytes(body);
    }
}
