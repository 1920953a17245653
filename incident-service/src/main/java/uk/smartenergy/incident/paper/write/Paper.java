package uk.smartenergy.incident.paper.write;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.paper.PaperCommand;
import uk.smartenergy.incident.api.paper.PaperCommand.GiveDetails;
import uk.smartenergy.incident.api.paper.PaperCommand.IssuePaper;
import uk.smartenergy.incident.api.paper.PaperCommand.WriteText;
import uk.smartenergy.incident.api.paper.PaperEvent;
import uk.smartenergy.incident.api.paper.PaperEvent.DetailsGiven;
import uk.smartenergy.incident.api.paper.PaperEvent.PaperIssued;
import uk.smartenergy.incident.api.paper.PaperEvent.TextWithdrawn;
import uk.smartenergy.incident.api.paper.PaperEvent.TextWritten;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.deciding.Recording;

/**
 * What is written into the paper of a month: (texts, details)* → issued, and again.
 *
 * <ul>
 *   <li>What stands already is not written again; a text that is not there is not withdrawn.
 *   <li>RED is neither written nor issued: a paper's versions and issues are seen by those who are not cleared.
 *   <li>An issue is of a day that has come, and is told in the order of its issues.
 * </ul>
 */
@Aggregate
public class Paper {
    @AggregateIdentifier
    private @Nullable String id;

    private final Map<PaperSection, TextWritten> texts = new EnumMap<>(PaperSection.class);
    private @Nullable DetailsGiven details;
    private @Nullable PaperIssued issued;
    private long version = -1;

    /** For Axon. */
    protected Paper() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(WriteText command, MetaData meta) {
        Recording recording = begin(meta);
        Instant at = issuedAt(recording, command.occurredAt());
        refuseRed(command.classification());
        TextWritten standing = texts.get(command.section());
        String text = command.text();
        if (text == null) {
            return apply(
                    command,
                    recording,
                    standing == null ? null : new TextWithdrawn(command.paper(), at, command.section()));
        }
        boolean same = standing != null
                && standing.text().equals(text)
                && standing.classification() == command.classification();
        return apply(
                command,
                recording,
                same ? null : new TextWritten(command.paper(), at, command.section(), text, command.classification()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(GiveDetails command, MetaData meta) {
        Recording recording = begin(meta);
        Instant at = recording.at(command.occurredAt());
        DetailsGiven given =
                new DetailsGiven(command.paper(), at, command.reference(), command.author(), command.purpose());
        DetailsGiven standing = details;
        boolean same = standing != null
                && Objects.equals(standing.reference(), given.reference())
                && Objects.equals(standing.author(), given.author())
                && Objects.equals(standing.purpose(), given.purpose());
        return apply(command, recording, same ? null : given);
    }

    /** Now, unless somebody says otherwise; of two who issue at the same moment the second does so no earlier than the first. */
    private Instant issuedAt(Recording recording, @Nullable Instant occurredAt) {
        Instant at = recording.at(occurredAt);
        PaperIssued last = issued;
        return occurredAt == null && last != null && at.isBefore(last.occurredAt()) ? last.occurredAt() : at;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(IssuePaper command, MetaData meta) {
        Recording recording = begin(meta);
        Instant at = recording.at(command.occurredAt());
        refuseRed(command.classification());
        if (command.asOf().isAfter(recording.now())) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "AS_OF_IN_FUTURE",
                    "A paper is issued as of a day that has come; " + command.asOf() + " has not.",
                    Map.of("pointer", "/asOf"));
        }
        PaperIssued last = issued;
        if (last != null && at.isBefore(last.occurredAt())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "ISSUED_LATER",
                    "Issue " + last.number() + " was issued at " + last.occurredAt() + ", later than " + at + ".",
                    Map.of("issue", String.valueOf(last.number())));
        }
        boolean same = last != null
                && last.asOf().equals(command.asOf())
                && last.reference().equals(command.reference())
                && last.classification() == command.classification()
                && last.figures().equals(command.figures());
        PaperIssued now = new PaperIssued(
                command.paper(),
                at,
                last == null ? 1 : last.number() + 1,
                command.asOf(),
                command.knownAt(),
                command.reference(),
                command.classification(),
                command.figures());
        return apply(command, recording, same ? null : now);
    }

    private Recording begin(MetaData meta) {
        Recording recording = Recording.of(meta);
        recording.refuseIfStale(version);
        return recording;
    }

    private RecordAccepted apply(PaperCommand command, Recording recording, @Nullable PaperEvent event) {
        return recording.apply(command.paper().value(), version, event == null ? List.of() : List.of(event));
    }

    private static void refuseRed(Classification classification) {
        if (classification == Classification.RED) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "RED_NOT_FOR_PAPERS",
                    "What is RED is neither written into a paper nor issued.",
                    Map.of("pointer", "/classification"));
        }
    }

    @EventSourcingHandler
    void on(PaperEvent event, @SequenceNumber long sequence) {
        id = event.record();
        version = sequence;
        switch (event) {
            case TextWritten written -> texts.put(written.section(), written);
            case TextWithdrawn withdrawn -> texts.remove(withdrawn.section());
            case DetailsGiven given -> details = given;
            case PaperIssued now -> issued = now;
        }
    }
}
