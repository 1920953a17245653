package uk.smartenergy.incident.platform.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.platform.messaging.Claim;

/**
 * That a request may be repeated: it came with an {@code Idempotency-Key}. Two claims go with its command, so that what was done is known even
 * if the service stopped before it kept the answer: one says that the key was used, the other with which body.
 */
public final class Repeat {
    static final String ATTRIBUTE = Repeat.class.getName();
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String id;
    private final String bodyHash;
    private final AnswerStore store;
    private final Duration twinWait;
    private final boolean cleared;
    private boolean replayed;
    private @Nullable String secretOf;
    private boolean shownOnce;

    /** @param cleared whether who asks is */
    Repeat(String id, String bodyHash, AnswerStore store, Duration twinWait, boolean cleared) {
        this.id = id;
        this.bodyHash = bodyHash;
        this.store = store;
        this.twinWait = twinWait;
        this.cleared = cleared;
    }

    String keyClaim() {
        return "idem:" + id;
    }

    String bodyClaim() {
        return "idem:" + id + ":" + bodyHash;
    }

    /** Tells this request, with this body, from all others; for what is not made by a command. */
    public String mark() {
        return bodyClaim();
    }

    /** What to claim with the command. @param value what the command is about, such as the Incident's reference */
    List<Claim> claims(String value) {
        return List.of(new Claim(keyClaim(), value), new Claim(bodyClaim(), value));
    }

    /** The answer that another node is about to give to the same request; empty if none comes, or one that is not for who asks. */
    Optional<Answer> twinsAnswer() {
        long end = System.nanoTime() + twinWait.toNanos();
        while (true) {
            Optional<Answer> answer = store.find(id);
            if (answer.isPresent() || System.nanoTime() >= end) {
                return answer.filter(twins -> twins.mayGoTo(cleared));
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** Whether an answer is one to this very body. */
    boolean fits(Answer answer) {
        return answer.bodyHash().equals(bodyHash);
    }

    /** Tells that the answer shows the secret of something in its last property, {@code secret}, which is not to be kept with it. */
    public void answerShowsSecretOf(String about) {
        secretOf = about;
    }

    @Nullable
    String secretOf() {
        return secretOf;
    }

    /** Tells that the answer shows what nobody can show again, so that it is not kept: whoever repeats the request is answered without it. */
    public void answerIsShownOnce() {
        shownOnce = true;
    }

    boolean shownOnce() {
        return shownOnce;
    }

    void markReplayed() {
        replayed = true;
    }

    boolean replayed() {
        return replayed;
    }

    static Problem otherBody() {
        return Problem.of(
                422,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was used before with another body; take a new one");
    }
}
