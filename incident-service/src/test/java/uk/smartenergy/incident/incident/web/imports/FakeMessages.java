package uk.smartenergy.incident.incident.web.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.RehearseIncidentCommand;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.incident.write.IncidentLife;
import uk.smartenergy.incident.incident.write.IncidentRules;
import uk.smartenergy.incident.incident.write.Recording;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.messaging.StreamExists;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** The door with the real rules behind it and lives in memory; records what was sent. */
class FakeMessages implements Messages {
    private final IncidentRules rules = new IncidentRules(ReferenceData.shipped(), ReferenceData.shipped()::policies);
    private final Clock clock;
    final Map<String, IncidentLife> lives = new HashMap<>();
    final Map<String, String> claims = new HashMap<>();
    final List<IncidentCommand> sent = new ArrayList<>();
    final List<IncidentView> raisedOtherwise = new ArrayList<>();
    int events;
    int goesAwayAfter = Integer.MAX_VALUE;

    FakeMessages(Clock clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <R> R send(Command command, Caller caller) {
        if (command instanceof RehearseIncidentCommand rehearse) {
            IncidentCommand step = rehearse.command();
            IncidentLife life = rehearse.life() != null
                    ? IncidentLife.fromBytes(rehearse.life())
                    : lives.get(step.incidentId().value());
            Decided decided = decide(life, step);
            return (R) new RehearseIncidentCommand.Rehearsed(
                    decided.accepted(step.incidentId()), decided.life().toBytes());
        }
        if (sent.size() >= goesAwayAfter) {
            throw new StoreAway("away", new IllegalStateException());
        }
        IncidentCommand step = (IncidentCommand) command;
        String id = step.incidentId().value();
        if (step instanceof IncidentCommand.RaiseIncident && lives.containsKey(id)) {
            throw new StreamExists();
        }
        Decided decided = decide(lives.get(id), step);
        caller.claims().forEach(claim -> {
            if (claims.containsKey(claim.key())) {
                throw new ClaimTaken(claim.key());
            }
        });
        caller.claims().forEach(claim -> claims.put(claim.key(), claim.value()));
        lives.put(id, decided.life());
        events += decided.events();
        sent.add(step);
        return (R) decided.accepted(step.incidentId());
    }

    private record Decided(IncidentLife life, int events) {
        Accepted accepted(IncidentId id) {
            return new Accepted(id, life.version(), events > 0);
        }
    }

    private Decided decide(IncidentLife before, IncidentCommand command) {
        List<IncidentEvent> events = rules.decide(before, command, new Recording(clock.instant()));
        IncidentLife life = before;
        for (IncidentEvent event : events) {
            life = IncidentLife.evolve(life, event, life == null ? 0 : life.version() + 1);
        }
        return new Decided(life, events.size());
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <R> R ask(Query<R> query) {
        FindIncidents find = (FindIncidents) query;
        List<IncidentView> found = raisedOtherwise.stream()
                .filter(view -> find.filter().externalReferences().contains(view.externalReference()))
                .filter(view -> find.viewer().maySee(view.classification(), java.util.Set.of()))
                .limit(find.limit())
                .toList();
        return (R) new Page<>(found, null, found.size());
    }

    @Override
    public synchronized Optional<String> claimed(String key) {
        return Optional.ofNullable(claims.get(key));
    }
}
