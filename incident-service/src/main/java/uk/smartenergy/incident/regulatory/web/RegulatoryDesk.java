package uk.smartenergy.incident.regulatory.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.ChallengeView;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.About;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindActions;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindChallenges;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.GetReportPeriod;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.ReportFrequency;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.RegulatoryReportRules;
import uk.smartenergy.incident.platform.reference.WorkingDays;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;

/** What all endpoints about the register share: which report and period is meant, where a command goes, and what may be linked. */
final class RegulatoryDesk {
    private static final String BASE = "/api/v1/regulatory-reports";
    private static final Pattern PART = Pattern.compile("(REG-[A-Z0-9-]+)-([AC])\\d{1,6}");

    private final Messages messages;
    private final Sender sender;
    private final RegulatoryReportRules rules;
    private final Calendars calendars;

    RegulatoryDesk(Messages messages, Sender sender, RegulatoryReportRules rules, Calendars calendars) {
        this.messages = messages;
        this.sender = sender;
        this.rules = rules;
        this.calendars = calendars;
    }

    /** A report for a period that it is owed for. */
    record Place(ReportDefinition report, ReportPeriod period) {
        About about() {
            return new About(report.code(), period);
        }

        URI location() {
            return URI.create(BASE + "/" + report.code() + "/" + period);
        }
    }

    ReportDefinition report(String code) {
        return rules.find(code)
                .orElseThrow(() -> Problem.of(404, "REPORT_NOT_FOUND", "There is no such report in the register"));
    }

    /** @throws Problem 404 if there is no such report or it is not owed for that period, 400 if it is no period of this report */
    Place place(String code, String period) {
        ReportDefinition report = report(code);
        if (!ReportPeriod.isValid(period) || new ReportPeriod(period).frequency() != report.frequency()) {
            boolean monthly = report.frequency() == ReportFrequency.MONTHLY;
            throw Problem.invalid(
                    "/period",
                    "%s is %s: must be a %s"
                            .formatted(
                                    code,
                                    monthly ? "monthly" : "quarterly",
                                    monthly ? "month such as 2018-08" : "quarter such as 2018-Q3"));
        }
        ReportPeriod about = new ReportPeriod(period);
        return rules.find(code, about)
                .map(owed -> new Place(owed, about))
                .orElseThrow(() -> Problem.of(404, "NOT_OWED", code + " is not owed for " + period));
    }

    RegisterRow row(Viewer viewer, Moment moment, Place place) {
        return messages.ask(new GetReportPeriod(viewer, moment, place.report().code(), place.period()))
                .orElseThrow(() -> new IllegalStateException("No row of " + place.location()));
    }

    RegisterRow row(Asker asker, Place place) {
        return row(asker.viewer(), Moment.present(asker.now()), place);
    }

    void send(Asker asker, RegulatoryCommand command) {
        sender.send(command, asker, command.record());
    }

    /** The record that the last submission stands in, as far as the viewer sees. */
    static Optional<RegisterRecord> recordOf(RegisterRow row) {
        return row.submissions().isEmpty()
                ? Optional.empty()
                : RegisterRecord.parse(row.submissions().getLast().id().replaceFirst("-S\\d+$", ""));
    }

    /** When an action is due that is raised on a day without a date. */
    LocalDate dueOn(LocalDate raisedOn) {
        return calendars
                .knownAt(null)
                .plusWorkingDays(raisedOn, rules.on(raisedOn).actionWorkingDays());
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingDays.LONDON);
    }

    ActionView action(Viewer viewer, Moment moment, String id) {
        return about(id, 'A')
                .flatMap(about -> messages.ask(new FindActions(viewer, moment, about, Set.of(), null, null)).stream()
                        .filter(action -> action.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> Problem.of(404, "ACTION_NOT_FOUND", "There is no such action"));
    }

    ChallengeView challenge(Viewer viewer, Moment moment, String id) {
        return about(id, 'C')
                .flatMap(about -> messages.ask(new FindChallenges(viewer, moment, about, Set.of(), null)).stream()
                        .filter(challenge -> challenge.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> Problem.of(404, "CHALLENGE_NOT_FOUND", "There is no such challenge"));
    }

    private static Optional<About> about(String id, char kind) {
        Matcher part = PART.matcher(id);
        return part.matches() && part.group(2).charAt(0) == kind
                ? RegisterRecord.parse(part.group(1)).map(record -> new About(record.report(), record.period()))
                : Optional.empty();
    }

    /** The record and the number of an action that is there. */
    static RegisterRecord recordOf(ActionView action) {
        return RegisterRecord.parse(action.id().replaceFirst("-A\\d+$", "")).orElseThrow();
    }

    static int numberOf(ActionView action) {
        return Integer.parseInt(action.id().replaceFirst("^.*-A", ""));
    }

    /** What is RED is named only by what is RED; that there is something RED is said only to who may know. */
    void mayName(Viewer viewer, Instant now, List<String> references, Classification classification) {
        if (classification == Classification.RED || !viewer.cleared() || references.isEmpty()) {
            return;
        }
        Set<String> red = messages
                .ask(new IncidentQuery.FindIncidents(
                        viewer,
                        Moment.present(now),
                        IncidentFilter.called(Set.copyOf(references)),
                        IncidentQuery.SortBy.ID,
                        false,
                        null,
                        Integer.MAX_VALUE))
                .items()
                .stream()
                .filter(incident -> incident.classification() == Classification.RED)
                .map(incident -> String.valueOf(incident.externalReference()))
                .collect(Collectors.toSet());
        for (String reference : references) {
            if (red.contains(reference)
                    || IncidentId.isValid(reference)
                            && access(viewer, reference)
                                    .filter(IncidentQuery.IncidentAccess::red)
                                    .isPresent()) {
                throw Problem.of(
                        409, "RED_INCIDENT", reference + " is RED, and what is RED is named only where all is RED");
            }
        }
    }

    /** The first of our own references that stands for no Incident that the viewer sees; -1: none. */
    int firstUnknown(Viewer viewer, List<String> references) {
        for (int i = 0; i < references.size(); i++) {
            if (IncidentId.isValid(references.get(i))
                    && access(viewer, references.get(i)).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private Optional<IncidentQuery.IncidentAccess> access(Viewer viewer, String reference) {
        return messages.ask(new IncidentQuery.GetIncidentAccess(viewer, new IncidentId(reference)));
    }

    /** Only the cleared make something RED. */
    static void mayClassify(Viewer viewer, @Nullable Classification classification) {
        if (classification == Classification.RED && !viewer.cleared()) {
            throw Problem.of(403, "CLEARANCE_NEEDED", "Only security-cleared users may submit what is RED");
        }
    }
}
