package uk.smartenergy.incident.regulatory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.incident.RdpIncidentReport;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.*;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.RegulatoryReportRules;
import uk.smartenergy.incident.regulatory.read.register.RegisterReports;
import uk.smartenergy.incident.regulatory.write.RegulatoryReport;

/** The register's own decisions and views, with events in memory and Incidents as a test says. */
public final class RegisterInMemory implements Elsewhere {
    private final Configuration axon = DefaultConfigurer.defaultConfiguration()
            .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
            .configureAggregate(RegulatoryReport.class)
            .start();
    public final Histories<RegulatoryEvent> histories = new Histories<>("register", RegulatoryEvent.class);
    private final RegisterReports reports;
    private final Map<String, Long> taken = new HashMap<>();

    /** RED ones are shown to the cleared only. */
    public List<IncidentView> incidents = List.of();

    public @Nullable PerformanceReport performance;

    public @Nullable RdpIncidentReport rdp;

    public RegisterInMemory() {
        ReferenceData reference = ReferenceData.shipped();
        reports = new RegisterReports(
                histories, reference.rules(RegulatoryReportRules.class), knownAt -> reference.workingDays(), this);
    }

    public RecordAccepted send(RegulatoryCommand command, Instant now, String actor, @Nullable Long expectedVersion) {
        MetaData meta = MetaData.with(MetaKeys.NOW, now.toString()).and(MetaKeys.ACTOR, actor);
        RecordAccepted accepted = axon.commandGateway()
                .sendAndWait(new GenericCommandMessage<>(
                        command,
                        expectedVersion == null
                                ? meta
                                : meta.and(MetaKeys.EXPECTED_VERSION, expectedVersion.toString())));
        long next = taken.getOrDefault(command.record(), -1L) + 1;
        axon.eventStore()
                .readEvents(command.record(), next)
                .asStream()
                .forEach(event -> histories.apply(RecordedEvent.of(new GenericDomainEventMessage<>(
                        "RegulatoryReport",
                        command.record(),
                        event.getSequenceNumber(),
                        event.getPayload(),
                        MetaData.with(MetaKeys.ACTOR, actor),
                        event.getIdentifier(),
                        now))));
        taken.put(command.record(), accepted.version());
        histories.publish();
        return accepted;
    }

    /** Now is when it happened, if the command says when. */
    public RecordAccepted send(RegulatoryCommand command) {
        Instant at = command.occurredAt();
        return send(command, at == null ? Instant.parse("2018-10-05T12:00:00Z") : at, "ann", null);
    }

    @SuppressWarnings("unchecked")
    public <R> R answer(RegulatoryQuery<R> query) {
        return (R)
                switch (query) {
                    case GetRegister get -> reports.on(get);
                    case GetReport get -> reports.on(get);
                    case GetReportPeriod get -> reports.on(get);
                    case FindSubmissions find -> reports.on(find);
                    case FindChallenges find -> reports.on(find);
                    case FindActions find -> reports.on(find);
                    case FindLeftOut find -> reports.on(find);
                    case CountRegister count -> reports.on(count);
                };
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R ask(Query<R> query) {
        return (R)
                switch (query) {
                    case IncidentQuery.FindIncidents find -> {
                        List<IncidentView> seen = incidents.stream()
                                .filter(one -> find.viewer().cleared() || one.classification() != Classification.RED)
                                .filter(one -> find.filter().categories().contains(one.category()))
                                .toList();
                        yield new Page<>(seen, null, seen.size());
                    }
                    case IncidentQuery.GetPerformanceReport get -> performance == null ? nothing(get) : performance;
                    case IncidentQuery.GetRdpIncidentReport get -> rdp == null ? nothing(get) : rdp;
                    default -> throw new AssertionError("No answer to " + query);
                };
    }

    private static PerformanceReport nothing(IncidentQuery.GetPerformanceReport get) {
        return Reports.performance(get.period().toString(), null);
    }

    private static RdpIncidentReport nothing(IncidentQuery.GetRdpIncidentReport get) {
        return Reports.rdp(get.period().toString(), 0, 0);
    }
}
