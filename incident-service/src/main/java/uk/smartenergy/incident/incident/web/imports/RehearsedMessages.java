package uk.smartenergy.incident.incident.web.imports;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.RehearseIncidentCommand;
import uk.smartenergy.incident.api.incident.RehearseIncidentCommand.Rehearsed;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Claim;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.scratch.ScratchMap;

/**
 * The door as a dry run sees it: commands are decided as they would be, and what they lead to is kept aside instead of stored, so that later ones
 * build on it. Takes Incident commands only.
 */
final class RehearsedMessages implements Messages, AutoCloseable {
    private static final String CLAIM = "claim ";
    private static final String LIFE = "life ";

    private final Messages real;
    private final ScratchMap aside = ScratchMap.create();

    RehearsedMessages(Messages real) {
        this.real = real;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R send(Command command, Caller caller) {
        if (!(command instanceof IncidentCommand step)) {
            throw new IllegalArgumentException("Only commands on Incidents are rehearsed");
        }
        String key = LIFE + step.incidentId();
        Rehearsed rehearsed = real.send(
                new RehearseIncidentCommand(step, life(key)),
                new Caller(caller.viewer(), caller.expectedVersion(), List.of()));
        claim(caller, step);
        if (rehearsed.accepted().changed()) {
            aside.put(key, Base64.getEncoder().encodeToString(rehearsed.life()));
        }
        return (R) rehearsed.accepted();
    }

    /** As the store does: all of a command's claims or none. */
    private void claim(Caller caller, IncidentCommand step) {
        for (Claim claim : caller.claims()) {
            if (claimed(claim.key()).isPresent()) {
                throw new ClaimTaken(claim.key());
            }
        }
        caller.claims().forEach(claim -> aside.putIfAbsent(CLAIM + claim.key(), claim.value()));
    }

    private byte @Nullable [] life(String key) {
        String life = aside.get(key);
        return life == null ? null : Base64.getDecoder().decode(life);
    }

    @Override
    public <R> R ask(Query<R> query) {
        return real.ask(query);
    }

    @Override
    public <R> R glance(Query<R> query) {
        return real.glance(query);
    }

    @Override
    public Optional<String> claimed(String key) {
        return Optional.ofNullable(aside.get(CLAIM + key)).or(() -> real.claimed(key));
    }

    @Override
    public void close() {
        aside.close();
    }
}
