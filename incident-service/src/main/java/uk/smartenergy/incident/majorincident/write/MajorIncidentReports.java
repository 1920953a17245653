package uk.smartenergy.incident.majorincident.write;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.OfOneReport;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.platform.deciding.Recording;

/**
 * The two reports on a Major Incident: each is written → submitted → commented on and amended → agreed, and both are published together. One
 * stream, so that nothing comes between the agreement to the one and the publication of both. {@link ReportDecisions} decide.
 */
@Aggregate
public class MajorIncidentReports {
    @AggregateIdentifier
    private @Nullable String stream;

    private final ReportLife summary = new ReportLife(ReportKind.SUMMARY);
    private final ReportLife review = new ReportLife(ReportKind.REVIEW);
    private boolean red;

    /** For Axon. */
    protected MajorIncidentReports() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(WriteReportVersion command, MetaData meta, ReportDecisions decisions) {
        return decide(command, meta, decisions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(RedactReport command, MetaData meta, ReportDecisions decisions) {
        return decide(command, meta, decisions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(SubmitReport command, MetaData meta, ReportDecisions decisions) {
        return decide(command, meta, decisions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(GiveFeedback command, MetaData meta, ReportDecisions decisions) {
        return decide(command, meta, decisions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(RequestAmendment command, MetaData meta, ReportDecisions decisions) {
        return decide(command, meta, decisions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(AmendReport command, MetaData meta, ReportDecisions decisions) {
        return decide(command, meta, decisions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(AgreeReport command, MetaData meta, ReportDecisions decisions) {
        return decide(command, meta, decisions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordAccepted handle(PublishReports command, MetaData meta, ReportDecisions decisions) {
        return decide(command, meta, decisions);
    }

    private RecordAccepted decide(MajorIncidentReportCommand command, MetaData meta, ReportDecisions decisions) {
        Recording recording = Recording.of(meta);
        recording.refuseIfStale(standing(command.kind()));
        List<? extends MajorIncidentReportEvent> events =
                decisions.decide(summary, review, red, command, recording.at(command.occurredAt()));
        long before = Optional.ofNullable(AggregateLifecycle.getVersion()).orElse(-1L);
        return recording.apply(command.stream(), before, events);
    }

    /** The version of one of the reports, or of both. */
    private long standing(@Nullable ReportKind kind) {
        return kind == null ? Math.max(summary.standing, review.standing) : of(kind).standing;
    }

    private ReportLife of(ReportKind kind) {
        return kind == ReportKind.SUMMARY ? summary : review;
    }

    @EventSourcingHandler
    void on(MajorIncidentReportEvent event, @SequenceNumber long sequence) {
        stream = event.record();
        red = red || event.classifies() == uk.smartenergy.incident.api.shared.Classification.RED;
        if (event instanceof OfOneReport one) {
            of(one.kind()).apply(event, sequence);
        } else {
            summary.apply(event, sequence);
            review.apply(event, sequence);
        }
    }
}
