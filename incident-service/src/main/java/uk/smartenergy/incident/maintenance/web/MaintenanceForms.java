package uk.smartenergy.incident.maintenance.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.api.maintenance.Decision;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.Risk;
import uk.smartenergy.incident.api.maintenance.WindowChanges;
import uk.smartenergy.incident.api.maintenance.WindowContent;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Reference;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.Parties;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.Vocabulary;
import uk.smartenergy.incident.platform.reference.WorkingDays;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;

/** The forms of the bodies about windows of Planned Maintenance. */
final class MaintenanceForms {
    static final int LONG = 4_000;
    static final int MANY = 20;

    static final Field<Instant> OCCURRED_AT =
            Field.past("occurredAt", "When it happened, if earlier than now; never later. Recorded is always now.");
    static final Field<Instant> NOTICE_GIVEN_AT =
            Field.past("noticeGivenAt", "When notice was given, if earlier than now: another name of occurredAt.");
    static final Field<Instant> START =
            Field.instant("start", "When it begins.").must().eg("2031-03-11T22:00:00Z");
    static final Field<Instant> END =
            Field.instant("end", "When it ends.").must().eg("2031-03-12T01:00:00Z");
    static final Field<Instant> NEW_START = START.eg("2031-03-13T22:00:00Z");
    static final Field<Instant> NEW_END = END.eg("2031-03-14T00:00:00Z");
    static final Field<String> OTHER_ACTIVITY =
            Field.line("activity", 300, "What is done, in a line.").eg("Firmware upgrade of the WAN gateways");
    static final Field<String> ACTIVITY = OTHER_ACTIVITY.must();
    static final Field<String> DESCRIPTION =
            Field.text("description", 20_000, "All that is known.").eg("Two gateways at a time; traffic moves over.");
    static final Field<Risk> OTHER_RISK = Field.choice("risk", Risk.class, "How likely it harms more than planned.")
            .eg("LOW");
    static final Field<Risk> RISK = OTHER_RISK.must();
    static final Field<String> RISK_DESCRIPTION =
            Field.text("riskDescription", LONG, "What the risk is.").eg("A gateway may not come back by itself.");
    static final Field<String> IMPACT = Field.text("impact", LONG, "What users will notice.")
            .eg("Service Requests in the region are delayed by up to 10 minutes.");
    static final Field<String> CHANGE_REFERENCE = Field.line("changeReference", 15, "The change: CRQ and 12 digits.")
            .mapIf(
                    text -> Optional.of(text).filter(one -> Reference.isValid("CRQ", one)),
                    "must be the reference of a change, CRQ and 12 digits")
            .eg("CRQ000000001234");
    static final Field<Classification> CLASSIFICATION = Field.choice(
            "classification",
            Classification.class,
            "Who may see it; default GREEN. Only the cleared schedule what is RED.");
    static final Field<String> REASON =
            Field.text("reason", LONG, "Why.").must().eg("The supplier of the firmware asked for another date.");
    static final Field<String> AMENDMENT_REASON = Field.text("reason", LONG, "Why.");
    static final Field<Instant> STARTED_AT =
            Field.past("startedAt", "When it really began.").must().eg("2018-09-11T21:00:00Z");
    static final Field<Instant> ENDED_AT =
            Field.past("endedAt", "When it really ended.").must().eg("2018-09-11T23:30:00Z");
    static final Field<String> COMMENT =
            Field.text("comment", LONG, "A remark.").eg("As planned");

    static final Field<List<Limit>> LIMITS = Field.list(
                    Field.choice(
                            "limits",
                            List.of(Limit.values()).stream()
                                    .filter(Limit::mayBeExcepted)
                                    .toList(),
                            Limit::name,
                            "From which limits the Panel is asked to except the window."),
                    Limit.values().length)
            .mapIf(limits -> Optional.of(limits).filter(l -> !l.isEmpty()), "must name at least one")
            .must()
            .eg(List.of("MONTHLY_HOURS_EXCEEDED"));
    static final Field<String> VIEW =
            Field.text("view", LONG, "The view.").must().eg("Acceptable if it avoids the morning's installations.");
    static final Field<Boolean> SUPPORTS = Field.flag("supports", "Whether it is for granting; left out: neither.")
            .eg(true);
    static final Field<Decision> DECISION = Field.choice("decision", Decision.class, "What the Panel decided.")
            .must()
            .eg("GRANTED");
    static final Field<IncidentId> INCIDENT = Field.line("incident", 15, "The Incident's reference.")
            .mapIf(
                    text -> IncidentId.isValid(text) ? Optional.of(new IncidentId(text)) : Optional.empty(),
                    "must be INC and 12 digits")
            .must()
            .eg("INC000000000001");

    static final Form MOVE = Form.of("WindowMove", NEW_START, NEW_END, REASON, NOTICE_GIVEN_AT, OCCURRED_AT);
    static final Form CANCELLATION = Form.of("WindowCancellation", REASON, OCCURRED_AT);
    static final Form COMPLETION = Form.of("WindowCompletion", STARTED_AT, ENDED_AT, COMMENT, OCCURRED_AT);
    static final Form EXCEPTION = Form.of("ExceptionRequest", LIMITS, REASON, OCCURRED_AT);
    static final Form EXCEPTION_VIEW = Form.of("ExceptionView", VIEW, SUPPORTS, OCCURRED_AT);
    static final Form EXCEPTION_DECISION = Form.of("ExceptionDecision", DECISION, REASON, OCCURRED_AT);
    static final Form WITHDRAWAL = Form.of("ExceptionWithdrawal", REASON, OCCURRED_AT);
    static final Form LINK = Form.of("WindowIncident", INCIDENT, COMMENT, OCCURRED_AT);
    static final Form DISMISSAL = Form.of("IncidentSuggestionDismissal", REASON, OCCURRED_AT);

    final Field<String> provider;
    final Field<List<String>> services;
    final Field<List<String>> regions;
    final Form window;
    final Form amendment;
    private final MaintenanceRules rules;
    private final Parties parties;

    MaintenanceForms(ReferenceData reference) {
        rules = reference.rules(MaintenanceRules.class);
        parties = reference.parties();
        Vocabulary words = reference.vocabulary();
        provider = Field.word(
                        "provider",
                        this::provider,
                        this::providers,
                        "Who undertakes it: the DCC or a service provider.")
                .must()
                .eg("CSP North");
        services = Field.list(Field.word("services", words::service, words::services, "The services affected."), MANY)
                .eg(List.of("WAN"));
        regions = Field.list(Field.word("regions", words::region, words::regions, "The regions affected."), MANY)
                .eg(List.of("North"));
        window = Form.of(
                "PlannedMaintenance",
                provider,
                ACTIVITY,
                DESCRIPTION,
                services,
                regions,
                START,
                END,
                RISK,
                RISK_DESCRIPTION,
                IMPACT,
                CHANGE_REFERENCE,
                CLASSIFICATION,
                NOTICE_GIVEN_AT,
                OCCURRED_AT);
        amendment = Form.of(
                "WindowAmendment",
                OTHER_ACTIVITY,
                DESCRIPTION,
                services,
                regions,
                OTHER_RISK,
                RISK_DESCRIPTION,
                IMPACT,
                CHANGE_REFERENCE,
                CLASSIFICATION,
                AMENDMENT_REASON,
                OCCURRED_AT);
    }

    List<String> providers() {
        return parties.all().stream()
                .filter(MaintenanceForms::mayProvide)
                .map(Parties.Party::name)
                .toList();
    }

    Optional<String> provider(String input) {
        return parties.find(input).filter(MaintenanceForms::mayProvide).map(Parties.Party::name);
    }

    private static boolean mayProvide(Parties.Party party) {
        return party.kind() == ResolverKind.DCC || party.kind() == ResolverKind.SERVICE_PROVIDER;
    }

    /** The proper name of a party, if it is a known one. */
    String properName(String party) {
        return parties.find(party).map(Parties.Party::name).orElse(party);
    }

    /** What refuses a window also where the aggregate would: so that all faults are told at once. */
    void check(Filled in, Field<Instant> from, Field<Instant> to, Faults faults) {
        Instant start = in.get(from);
        Instant end = in.get(to);
        if (start == null || end == null) {
            return;
        }
        int most = rules.on(start.atZone(WorkingDays.LONDON).toLocalDate()).longestDays();
        if (!end.isAfter(start)) {
            faults.add("/" + to.name(), "must be after " + from.name());
        } else if (Duration.between(start, end).compareTo(Duration.ofDays(most)) > 0) {
            faults.add("/" + to.name(), "must be within " + most + " days after " + from.name());
        }
    }

    static void checkNotice(Filled in, Faults faults) {
        Instant given = in.get(NOTICE_GIVEN_AT);
        Instant occurred = in.get(OCCURRED_AT);
        if (given != null && occurred != null && !given.equals(occurred)) {
            faults.add("/noticeGivenAt", "must be the same as occurredAt if both are given");
        }
    }

    static @Nullable Instant notice(Filled in) {
        Instant given = in.get(NOTICE_GIVEN_AT);
        return given == null ? in.get(OCCURRED_AT) : given;
    }

    WindowContent content(Filled in) {
        return new WindowContent(
                in.need(provider),
                in.need(ACTIVITY),
                in.get(DESCRIPTION),
                in.all(services),
                in.all(regions),
                in.need(RISK),
                in.get(RISK_DESCRIPTION),
                in.get(IMPACT),
                in.get(CHANGE_REFERENCE),
                in.or(CLASSIFICATION, Classification.GREEN));
    }

    WindowChanges changes(Filled in) {
        return new WindowChanges(
                in.get(OTHER_ACTIVITY),
                in.get(DESCRIPTION),
                in.get(services),
                in.get(regions),
                in.get(OTHER_RISK),
                in.get(RISK_DESCRIPTION),
                in.get(IMPACT),
                in.get(CHANGE_REFERENCE),
                in.get(CLASSIFICATION));
    }

    Map<String, Form> bodies() {
        Map<String, Form> forms = new HashMap<>();
        forms.put("scheduleWindow", window);
        forms.put("moveWindow", MOVE);
        forms.put("amendWindow", amendment);
        forms.put("cancelWindow", CANCELLATION);
        forms.put("completeWindow", COMPLETION);
        forms.put("requestException", EXCEPTION);
        forms.put("giveExceptionView", EXCEPTION_VIEW);
        forms.put("decideException", EXCEPTION_DECISION);
        forms.put("withdrawException", WITHDRAWAL);
        forms.put("acceptWindowIncident", LINK);
        forms.put("dismissIncidentSuggestion", DISMISSAL);
        return forms;
    }
}
