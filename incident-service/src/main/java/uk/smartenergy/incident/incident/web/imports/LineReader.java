package uk.smartenergy.incident.incident.web.imports;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.web.Fault;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Reading;

/** Understands a record: which command on which Incident, or all that is wrong with it. */
final class LineReader {
    private static final String NOT_STATED = "not stated";
    private static final String ACTIONS =
            "RAISE, CATEGORISE, ASSIGN, RESPOND, PAUSE, RESUME, ESCALATE, COMMUNICATE, RESOLVE, CLOSE, REOPEN";

    private final ImportForms forms;
    private final Clock clock;

    LineReader(ImportForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** A line that can be sent, or the reason why not. */
    sealed interface Read {
        record Line(ImportLine line) implements Read {}

        record Wrong(long line, @Nullable String externalReference, Outcome.NotTaken why) implements Read {}
    }

    Read read(ImportRecord.Readable record, boolean textual) {
        Instant now = clock.instant();
        Reading reading = textual ? Reading.text(now) : Reading.json(now);
        ObjectNode content = record.content();
        Filled line = ImportForms.LINE.read(content, "", reading);
        Action action = action(line.get(ImportForms.ACTION));
        String reference = line.get(ImportForms.REFERENCE);
        if (reference != null && reference.indexOf('\t') >= 0) {
            reading.faults().add("/externalReference", "must not contain a tab");
        }
        Instant at = line.get(ImportForms.AT);
        Step step = action == null ? null : step(action, content, reading, at, reference);
        boolean unknown = action == null && line.has(ImportForms.ACTION);
        if (unknown) {
            reading.faults().add("/action", "must be one of " + ACTIONS);
        }
        if (reading.faults().any() || reference == null || step == null) {
            boolean onlyThat = unknown && reading.faults().all().size() == 1;
            ImportCode code = onlyThat ? ImportCode.UNKNOWN_ACTION : ImportCode.INVALID;
            return new Read.Wrong(record.line(), shown(content), Outcome.refused(code, told(reading)));
        }
        return new Read.Line(new ImportLine(
                record.line(),
                record.size(),
                reference,
                Fingerprint.of(content, ImportForms.NAMES),
                action == Action.RAISE,
                step.red(),
                step.related(),
                step.command(),
                content));
    }

    private enum Action {
        RAISE,
        CATEGORISE,
        ASSIGN,
        RESPOND,
        PAUSE,
        RESUME,
        ESCALATE,
        COMMUNICATE,
        RESOLVE,
        CLOSE,
        REOPEN
    }

    private record Step(boolean red, List<IncidentId> related, Function<IncidentId, IncidentCommand> command) {}

    private static @Nullable Action action(@Nullable String name) {
        for (Action action : Action.values()) {
            if (name != null && action.name().equals(name.toUpperCase(Locale.ROOT))) {
                return action;
            }
        }
        return null;
    }

    /** What the line asks for; {@code null} if something is wrong with it. The command is made only if nothing is. */
    private @Nullable Step step(
            Action action, ObjectNode content, Reading reading, @Nullable Instant at, @Nullable String reference) {
        Filled said = form(action).read(content, "", reading);
        if (action == Action.RAISE && !said.has(ImportForms.CATEGORY) && isAbsent(content.get("impact"))) {
            reading.faults().add("/impact", "is required, unless category is given");
        }
        if (reading.faults().any()) {
            return null;
        }
        return switch (action) {
            case RAISE -> raise(said, at, reference);
            case CATEGORISE ->
                step(id -> new CategoriseIncident(
                        id, at, said.need(ImportForms.CATEGORISED), said.get(ImportForms.REASON)));
            case ASSIGN ->
                step(id -> new AssignIncident(id, at, said.need(ImportForms.RESOLVER), said.get(ImportForms.REASON)));
            case RESPOND -> step(id -> new RespondToIncident(id, at, said.get(ImportForms.COMMENT)));
            case PAUSE ->
                step(id -> new PauseIncident(
                        id, at, said.or(ImportForms.REASON, NOT_STATED), said.get(ImportForms.EVIDENCE)));
            case RESUME -> step(id -> new ResumeIncident(id, at, said.get(ImportForms.COMMENT)));
            case ESCALATE ->
                step(id ->
                        new EscalateIncident(id, at, said.need(forms.level), said.or(ImportForms.REASON, NOT_STATED)));
            case COMMUNICATE -> step(id -> new CommunicateIncident(id, at, communication(said)));
            case RESOLVE -> step(id -> new ResolveIncident(id, at, said.get(ImportForms.RESOLUTION)));
            case CLOSE -> step(id -> new CloseIncident(id, at, said.get(ImportForms.COMMENT), null));
            case REOPEN -> step(id -> new ReopenIncident(id, at, said.or(ImportForms.REASON, NOT_STATED)));
        };
    }

    private Form form(Action action) {
        return switch (action) {
            case RAISE -> forms.raise;
            case CATEGORISE -> ImportForms.CATEGORISE;
            case ASSIGN -> ImportForms.ASSIGN;
            case RESPOND, RESUME, CLOSE -> ImportForms.RESPOND;
            case PAUSE -> ImportForms.PAUSE;
            case ESCALATE -> forms.escalate;
            case COMMUNICATE -> ImportForms.COMMUNICATE;
            case RESOLVE -> ImportForms.RESOLVE;
            case REOPEN -> ImportForms.REOPEN;
        };
    }

    private static boolean isAbsent(@Nullable JsonNode node) {
        return node == null
                || node.isNull()
                || node.isString() && node.stringValue().isBlank();
    }

    private static Step step(Function<IncidentId, IncidentCommand> command) {
        return new Step(false, List.of(), command);
    }

    private Step raise(Filled said, @Nullable Instant at, @Nullable String reference) {
        IncidentType type = said.or(ImportForms.TYPE, IncidentType.SERVICE);
        Classification classification = type == IncidentType.SECURITY
                ? Classification.RED
                : said.or(ImportForms.CLASSIFICATION, Classification.GREEN);
        Category category = said.get(ImportForms.CATEGORY);
        Filled raiser = said.need(ImportForms.RAISED_BY);
        Filled impact = said.get(ImportForms.IMPACT);
        return new Step(
                classification == Classification.RED,
                said.all(ImportForms.RELATED),
                id -> new RaiseIncident(
                        id,
                        at,
                        said.need(ImportForms.SUMMARY),
                        said.get(ImportForms.DESCRIPTION),
                        type,
                        new Raiser(
                                raiser.need(ImportForms.PARTY),
                                raiser.get(ImportForms.CONTACT_NAME),
                                raiser.get(ImportForms.CONTACT_DETAILS),
                                raiser.get(ImportForms.RAISERS_REFERENCE)),
                        said.all(forms.services),
                        said.all(forms.businessProcesses),
                        said.get(forms.region),
                        said.get(ImportForms.DEVICE),
                        impact == null ? null : impact(impact),
                        category,
                        said.get(ImportForms.PROPOSED),
                        said.get(ImportForms.TRIAGE),
                        said.all(ImportForms.RELATED),
                        reference,
                        classification));
    }

    private static Impact impact(Filled said) {
        return new Impact(
                said.need(ImportForms.IMPACT_LEVEL),
                said.or(ImportForms.PARTIES, 0),
                said.or(ImportForms.REDUCED, false),
                said.or(ImportForms.WORKAROUND_THERE, false),
                said.or(ImportForms.DATA_LOSS, DataLoss.NONE),
                said.or(ImportForms.FINANCIAL, FinancialImpact.NONE),
                said.get(ImportForms.BUSINESS_IMPACT));
    }

    private static CommunicationContent communication(Filled said) {
        return new CommunicationContent(
                said.need(ImportForms.TEXT_SAID),
                said.get(ImportForms.AFFECTED),
                said.get(ImportForms.WHO),
                said.get(ImportForms.SINCE),
                said.get(ImportForms.WORKAROUND),
                said.get(ImportForms.NEXT_UPDATE),
                said.get(ImportForms.EXPECTED_FIX));
    }

    private static @Nullable String shown(ObjectNode content) {
        JsonNode reference = content.get("externalReference");
        return reference != null
                        && reference.isString()
                        && !reference.stringValue().isBlank()
                ? LineObjects.shown(reference.stringValue().strip())
                : null;
    }

    private static String told(Reading reading) {
        return reading.faults().all().stream().map(LineReader::told).collect(joining("; "));
    }

    private static String told(Fault fault) {
        String name = fault.pointer().replaceFirst("^/", "").replace('/', '.');
        return name.isEmpty() ? fault.message() : name + " " + fault.message();
    }
}
