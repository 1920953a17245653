package uk.smartenergy.incident.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import uk.smartenergy.incident.api.shared.MetaKeys;

/** Publishes a command's claims in its own unit of work, after it was decided, so that they are kept together with its events or not at all. */
final class Claims implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventBus eventBus;

    Claims(EventBus eventBus) {
        this.eventBus = eventBus;
    }

    /** A claim a line, key and value parted by the first tab. */
    static String toText(List<Claim> claims) {
        List<String> lines = new ArrayList<>();
        claims.forEach(claim -> lines.add(claim.key() + "\t" + claim.value()));
        return String.join("\n", lines);
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Object answer = chain.proceed();
        Object claims = unitOfWork.getMessage().getMetaData().get(MetaKeys.CLAIMS);
        if (claims instanceof String text) {
            text.lines().forEach(line -> publish(line.split("\t", 2)));
        }
        return answer;
    }

    private void publish(String[] claim) {
        MetaData none = MetaData.from(Map.of());
        eventBus.publish(new GenericEventMessage<>(
                claim[0], new ClaimRecorded(claim[0], claim[1]), none, GenericEventMessage.clock.instant()));
    }
}
