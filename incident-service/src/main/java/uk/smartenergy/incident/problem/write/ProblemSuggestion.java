package uk.smartenergy.incident.problem.write;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.problem.SuggestionCommand.DismissSuggestion;
import uk.smartenergy.incident.api.problem.SuggestionEvent.SuggestionDismissed;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.platform.deciding.Recording;

/** A suggestion to open a Problem: found → dismissed, once. What makes it a suggestion is no decision and is not kept. */
@Aggregate
public class ProblemSuggestion {
    @AggregateIdentifier
    private @Nullable SuggestionId id;

    /** For Axon. */
    protected ProblemSuggestion() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(DismissSuggestion command, MetaData meta) {
        Recording recording = Recording.of(meta);
        recording.refuseIfStale(id == null ? -1 : 0);
        if (id != null) {
            return recording.apply(command.record(), 0, List.of());
        }
        boolean red = command.incidents().stream().anyMatch(incident -> incident.isDrawn());
        return recording.apply(
                command.record(),
                -1,
                List.of(new SuggestionDismissed(
                        command.suggestionId(),
                        recording.at(command.occurredAt()),
                        command.reason(),
                        command.incidents(),
                        red ? Classification.RED : Classification.AMBER)));
    }

    @EventSourcingHandler
    void on(SuggestionDismissed dismissed) {
        id = dismissed.suggestionId();
    }
}
