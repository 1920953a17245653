package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestCommand;
import uk.smartenergy.incident.api.backtest.BacktestQuery;
import uk.smartenergy.incident.api.backtest.ReplayQuery;
import uk.smartenergy.incident.api.calendar.CalendarCommand;
import uk.smartenergy.incident.api.calendar.CalendarQuery;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.PolicyCommand;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.api.categorisation.PolicyQuery;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.DeliveryView;
import uk.smartenergy.incident.api.communication.SubscriptionCommand;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionQuery;
import uk.smartenergy.incident.api.communication.SubscriptionView;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.AgeingReport;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationReport;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Precedents;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery;
import uk.smartenergy.incident.api.maintenance.SubscriberCommand;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.categorisation.write.PolicyRules;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Claim;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StreamExists;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** Takes every command, remembers it, and shows Incidents that stand as a test said. */
final class RecordingMessages implements Messages {
    static final Instant THEN = Instant.parse("2018-10-01T09:00:00Z");

    record Sent(Command command, Caller caller) {}

    final List<Sent> sent = new ArrayList<>();
    final List<Query<?>> asked = new ArrayList<>();
    final Map<String, String> claims = new HashMap<>();
    final Map<IncidentId, IncidentQuery.IncidentAccess> incidents = new LinkedHashMap<>();
    final Map<IncidentId, Long> versions = new HashMap<>();
    final Map<IncidentId, IncidentDetail.Dispute> disputes = new HashMap<>();
    /** Of every Incident. */
    final List<IncidentDetail.Dispute> laterDisputes = new ArrayList<>();

    @Nullable
    RuntimeException refusal;

    @Nullable
    RuntimeException afterCommit;

    @Nullable
    Function<Query<?>, Object> answers;

    List<IncidentView> listed = List.of();
    PolicyRegister policies = shipped();
    private long policyEvents;
    final FakeBacktests backtests = new FakeBacktests();
    final FakeMaintenance maintenance = new FakeMaintenance();
    private WorkingDays calendar = ReferenceData.shipped().workingDays();
    final List<SubscriptionView> subscriptions = new ArrayList<>();

    void reset() {
        sent.clear();
        asked.clear();
        claims.clear();
        incidents.clear();
        versions.clear();
        disputes.clear();
        laterDisputes.clear();
        refusal = null;
        afterCommit = null;
        answers = null;
        listed = List.of();
        policies = shipped();
        subscriptions.clear();
        backtests.reset();
        maintenance.reset();
    }

    IncidentId has(long number, String raisedBy, @Nullable String resolver, boolean red) {
        IncidentId id = IncidentId.of(number);
        incidents.put(id, new IncidentQuery.IncidentAccess(id, raisedBy, resolver, Set.of(raisedBy), red));
        versions.put(id, 0L);
        return id;
    }

    <C extends Command> C onlyCommand(Class<C> type) {
        if (sent.size() != 1) {
            throw new AssertionError("Sent: " + sent);
        }
        return type.cast(sent.getFirst().command());
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <R> R send(Command command, Caller caller) {
        if (refusal != null) {
            throw refusal;
        }
        for (Claim claim : caller.claims()) {
            if (claims.containsKey(claim.key())) {
                throw new ClaimTaken(claim.key());
            }
        }
        if (command instanceof PolicyCommand policies) {
            return (R) decided(policies, caller);
        }
        if (command instanceof BacktestCommand backtest) {
            caller.claims().forEach(claim -> claims.put(claim.key(), claim.value()));
            sent.add(new Sent(command, caller));
            return (R) backtests.send(backtest);
        }
        if (command instanceof MaintenanceCommand || command instanceof SubscriberCommand) {
            caller.claims().forEach(claim -> claims.put(claim.key(), claim.value()));
            sent.add(new Sent(command, caller));
            return (R) maintenance.send(command);
        }
        if (command instanceof CalendarCommand.CorrectCalendar correct) {
            calendar = calendar.withCorrection(correct.date(), correct.workingDay(), correct.reason());
            sent.add(new Sent(command, caller));
            return (R) new CalendarCommand.CalendarAccepted(1, true);
        }
        if (!(command instanceof IncidentCommand of)) {
            caller.claims().forEach(claim -> claims.put(claim.key(), claim.value()));
            sent.add(new Sent(command, caller));
            if (command instanceof SubscriptionCommand.Subscribe made) {
                subscriptions.add(new SubscriptionView(
                        made.subscriptionId(),
                        made.owner(),
                        made.ownerId(),
                        made.channel(),
                        made.target(),
                        made.scope(),
                        THEN));
            } else if (command instanceof SubscriptionCommand.Unsubscribe ended) {
                subscriptions.removeIf(one -> one.id().equals(ended.subscriptionId()));
            }
            return (R) Boolean.TRUE;
        }
        IncidentId id = of.incidentId();
        if (command instanceof IncidentCommand.RaiseIncident raise) {
            if (incidents.containsKey(id)) {
                throw new StreamExists();
            }
            has(id.number(), raise.raisedBy().party(), null, raise.classification() == Classification.RED);
        } else {
            versions.merge(id, 1L, Long::sum);
        }
        caller.claims().forEach(claim -> claims.put(claim.key(), claim.value()));
        sent.add(new Sent(command, caller));
        if (afterCommit != null) {
            throw afterCommit;
        }
        return (R) new Accepted(id, versions.get(id), true);
    }

    private PolicyCommand.PolicyAccepted decided(PolicyCommand command, Caller caller) {
        List<PolicyEvent> events =
                PolicyRules.decide(policies, command, caller.expectedVersion(), WebTestApplication.NOW);
        for (PolicyEvent event : events) {
            policies = policies.after(event, ++policyEvents, WebTestApplication.NOW);
        }
        caller.claims().forEach(claim -> claims.put(claim.key(), claim.value()));
        sent.add(new Sent(command, caller));
        return new PolicyCommand.PolicyAccepted("", policyEvents, !events.isEmpty());
    }

    private CalendarQuery.Days days(CalendarQuery.FindDays find) {
        return new CalendarQuery.Days(
                find.from()
                        .datesUntil(find.to().plusDays(1))
                        .map(date -> new CalendarQuery.Day(
                                date, calendar.isWorkingDay(date), CalendarQuery.Why.WEEKDAY, null))
                        .toList(),
                1);
    }

    private static PolicyRegister shipped() {
        PolicyBook files = ReferenceData.shipped().policies();
        PolicyRegister register = PolicyRegister.EMPTY;
        for (PolicyEvent event : register.missing(files.all(), files.configured())) {
            register = register.after(event, 0, THEN);
        }
        return register;
    }

    @Override
    public Optional<String> claimed(String key) {
        return Optional.ofNullable(claims.get(key));
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <R> R ask(Query<R> query) {
        asked.add(query);
        if (answers != null) {
            Object answer = answers.apply(query);
            if (answer != null) {
                return (R) answer;
            }
        }
        if (query instanceof MajorIncidentReportQuery<?> reports) {
            return (R) FakeReports.answer(reports, incidents.keySet());
        }
        if (query instanceof BacktestQuery<?> || query instanceof ReplayQuery<?>) {
            return (R) backtests.ask(query);
        }
        if (query instanceof MaintenanceQuery<?> maintenance) {
            return (R) this.maintenance.ask(maintenance);
        }
        return (R)
                switch (query) {
                    case IncidentQuery.GetIncidentAccess access ->
                        visible(access.incidentId(), query).map(incidents::get);
                    case IncidentQuery.GetIncident get ->
                        visible(get.incidentId(), query).map(this::detail);
                    case IncidentQuery.GetNarrowestClassification narrowest -> Classification.AMBER;
                    case IncidentQuery.GetHighestNumber highest ->
                        incidents.keySet().stream()
                                .mapToLong(IncidentId::number)
                                .filter(number -> number < 500_000_000_000L)
                                .max()
                                .orElse(0);
                    case IncidentQuery.FindIncidents find -> new Page<>(listed, null, listed.size());
                    case IncidentQuery.GetTimeline timeline -> Optional.of(List.of());
                    case IncidentQuery.GetAgeing ageing ->
                        new AgeingReport(
                                ageing.moment().asOfOrNow(),
                                ageing.moment().knownAtOrNow(),
                                1,
                                0,
                                List.of(new AgeingReport.Band(AgeingReport.AgeBand.UP_TO_2_WEEKS, 1, null)),
                                List.of(),
                                null,
                                null);
                    case CalendarQuery.FindDays find -> days(find);
                    case IncidentQuery.GetPrecedents precedents ->
                        Optional.of(new Precedents(
                                precedents.incidentId(), precedents.dispute(), null, null, 0, List.of()));
                    case IncidentQuery.GetDifferences differences -> Optional.empty();
                    case PolicyQuery.GetPolicyRegister register -> policies;
                    case IncidentQuery.GetCommunicationReport report ->
                        new CommunicationReport(
                                report.period().toString(),
                                THEN,
                                THEN,
                                CommunicationReport.FORMULA,
                                CommunicationReport.Figures.of("ALL", 4, 4, 2, 1, 3, 1, 4),
                                List.of(CommunicationReport.Figures.of("CSP North", 4, 4, 2, 1, 3, 1, 4)));
                    case SubscriptionQuery.FindSubscriptions find -> seen(find);
                    case SubscriptionQuery.GetSubscription get -> seen(get.subscriptionId(), get);
                    case SubscriptionQuery.FindDeliveries find ->
                        seen(find.subscriptionId(), find).map(one -> new Page<>(List.of(delivery(one.id())), null, 1));
                    case SubscriptionQuery.GetDelivery get ->
                        seen(get.subscriptionId(), get)
                                .map(one -> delivery(one.id()))
                                .filter(one -> one.id().equals(get.deliveryId()));
                    default -> throw new AssertionError("No answer to " + query);
                };
    }

    /** How every subscription's one delivery stands: delivered. */
    static DeliveryView delivery(SubscriptionId subscription) {
        IncidentId incident = IncidentId.of(1);
        return new DeliveryView(
                DeliveryId.of(subscription, incident, 1),
                subscription,
                incident,
                1,
                DeliveryState.DELIVERED,
                THEN,
                List.of(new DeliveryView.Attempt(1, THEN, DeliveryOutcome.DELIVERED, 204, 12L)),
                null,
                2);
    }

    private List<SubscriptionView> seen(Query<?> query) {
        return subscriptions.stream()
                .filter(one ->
                        query.viewer().is(Role.ADMIN) || query.viewer().is(Role.DCC_STAFF) || one.isOf(query.viewer()))
                .toList();
    }

    private Optional<SubscriptionView> seen(SubscriptionId id, Query<?> query) {
        return seen(query).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private Optional<IncidentId> visible(IncidentId id, Query<?> query) {
        return Optional.ofNullable(incidents.get(id))
                .filter(access -> !access.red() || query.viewer().cleared())
                .map(IncidentQuery.IncidentAccess::incidentId);
    }

    private IncidentDetail detail(IncidentId id) {
        return new IncidentDetail(
                view(id, "Joins time out"),
                new Raiser(incidents.get(id).raisedBy(), "Sam Field", "sam@example.org", null),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(new IncidentDetail.Communication(
                        1,
                        THEN,
                        "ada",
                        new CommunicationContent("Known", null, null, null, null, null, null),
                        null,
                        List.of())),
                List.of(),
                Stream.concat(
                                Stream.of(disputes.getOrDefault(id, dispute("admin", "Northwick Energy"))),
                                laterDisputes.stream())
                        .toList(),
                null);
    }

    static IncidentDetail.Dispute dispute(String by, String party) {
        return dispute(1, by, party);
    }

    static IncidentDetail.Dispute dispute(int number, String by, String party) {
        return new IncidentDetail.Dispute(
                number,
                number,
                party,
                by,
                THEN,
                THEN,
                IncidentDetail.DisputeState.OPEN,
                Category.CATEGORY_2,
                Category.CATEGORY_1,
                "Critical",
                List.of(),
                null,
                null);
    }

    IncidentView view(IncidentId id, String summary) {
        return new IncidentView(
                id,
                versions.getOrDefault(id, 0L),
                summary,
                IncidentType.SERVICE,
                IncidentState.RAISED,
                Category.CATEGORY_2,
                Category.CATEGORY_2,
                null,
                null,
                false,
                false,
                new IncidentView.RaisedBy("Northwick Energy"),
                null,
                "North",
                List.of("WAN", "SMKI"),
                List.of(),
                Classification.GREEN,
                null,
                THEN,
                THEN,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                false,
                0);
    }
}
