package uk.smartenergy.incident.platform.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.messaging.Claim;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.Messages;

/** Sends the commands of requests, each once however often the request is repeated. */
public final class Sender {
    private final Messages messages;

    Sender(Messages messages) {
        this.messages = messages;
    }

    /**
     * What came of a command.
     *
     * @param answer the handler's; {@code null} if an earlier request with the same key did it
     * @param about what it is about: of the earlier request, if there was one
     */
    public record Sent<R extends Object>(@Nullable R answer, String about) {}

    /** Sends a command. @param about what it is about, such as the Incident's reference */
    public <R extends Object> Sent<R> send(Command command, Asker asker, String about) {
        return send(command, asker, about, List.of());
    }

    /**
     * Sends a command that must be the only one ever with some claims.
     *
     * @throws ClaimTaken if another one had them, unless this very request is repeated
     */
    public <R extends Object> Sent<R> send(Command command, Asker asker, String about, List<Claim> claims) {
        try {
            R answer = messages.send(command, asker.caller(about, claims));
            return new Sent<>(answer, about);
        } catch (ClaimTaken taken) {
            Repeat repeat = asker.repeat();
            if (repeat == null
                    || (!taken.key().startsWith(repeat.keyClaim())
                            && messages.claimed(repeat.keyClaim()).isEmpty())) {
                throw taken;
            }
            return new Sent<>(null, doneBefore(repeat));
        } catch (Refusal refused) {
            // What the request itself has changed may be what refuses it now.
            Repeat repeat = asker.repeat();
            if (repeat == null || messages.claimed(repeat.keyClaim()).isEmpty()) {
                throw refused;
            }
            return new Sent<>(null, doneBefore(repeat));
        }
    }

    /** The key was used though no answer is kept: by a twin on another node just now, or by a node that stopped before it could. */
    private String doneBefore(Repeat repeat) {
        Optional<Answer> twins = repeat.twinsAnswer();
        if (twins.isPresent()) {
            throw repeat.fits(twins.get()) ? new AnsweredBefore(twins.get()) : Repeat.otherBody();
        }
        String about = messages.claimed(repeat.bodyClaim()).orElseThrow(Repeat::otherBody);
        repeat.markReplayed();
        return about;
    }
}
