package uk.smartenergy.incident.majorincident.web;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportFilter;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.document.web.DocumentFormat;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The forms of bodies and query strings about Major Incident reports. */
final class ReportForms {
    private ReportForms() {}

    private static final int LONG = 4_000;
    private static final int LONGEST = 20_000;
    private static final String SAMPLE = "Joins timed out for Northwick Energy.";

    static final Field<Instant> OCCURRED_AT =
            Field.past("occurredAt", "When it happened, if earlier than now; never later.");

    private static final Map<ReportPart, Field<String>> TEXTS = texts();

    private static Map<ReportPart, Field<String>> texts() {
        Map<ReportPart, Field<String>> texts = new LinkedHashMap<>();
        for (ReportPart part : ReportPart.values()) {
            Field<String> text =
                    Field.text(part.apiName(), LONGEST, part.title() + ".").map(ReportForms::composed);
            texts.put(part, part == ReportPart.NATURE ? text.eg(SAMPLE) : text);
        }
        return texts;
    }

    /** One way of writing each letter, so that a quote is found. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static final Field<Filled> PARTS = Field.form(
            "parts",
            new Form("ReportParts", List.copyOf(TEXTS.values())),
            "Texts by part; those that are left out stay as they are, or in the first version as drafted. The last five only in a Review Report.");

    static final Field<ReportPart> PART = Field.choice(
                    "part", List.of(ReportPart.values()), ReportPart::apiName, "The part of the report.")
            .eg("nature");
    static final Field<String> QUOTE = Field.text("quote", LONG, "The passage, as it stands in that part.")
            .map(ReportForms::composed)
            .eg("Northwick Energy");
    static final Field<String> REASON = Field.text("reason", LONG, "Why it is redacted; everybody reads this.")
            .must()
            .eg("Names a party");
    static final Field<ReportPart> ITS_PART = PART.must();
    static final Field<String> ITS_QUOTE = QUOTE.must();
    static final Form REDACTION = Form.of("Redaction", ITS_PART, ITS_QUOTE, REASON);
    static final Field<List<Redaction>> REDACTIONS = Field.list(
            Field.form(
                    "redactions",
                    REDACTION,
                    "What the published variant must not have, in any part; left out: as in the version before. An empty list: nothing.",
                    ReportForms::redaction),
            500);
    static final Field<List<Redaction>> MORE_REDACTIONS = REDACTIONS
            .must()
            .eg(List.of(Map.of("part", "nature", "quote", "Northwick Energy", "reason", "Names a party")));

    static final Field<String> NOTE =
            Field.text("note", LONG, "What is new, for those who work on it.").eg("First version");
    static final Field<Classification> CLASSIFICATION = Field.choice(
            "classification",
            List.of(Classification.AMBER, Classification.RED),
            Enum::name,
            "AMBER, or RED for a RED Incident, which is the default. What is published is classified when it is published.");
    static final Field<Integer> VERSION = Field.integer("version", 1, 100_000, "Which version; default the last.")
            .eg(1);
    static final Field<Integer> SUBMITTED_VERSION =
            Field.integer("version", 1, 100_000, "Which submitted version; default the one submitted last.");
    static final Field<Integer> NEW_VERSION = Field.integer("version", 1, 100_000, "The version that has it.")
            .must()
            .eg(2);
    static final Field<Integer> FROM =
            Field.integer("from", 0, LONGEST, "Instead of a quote: the place of its first character, from 0.");
    static final Field<Integer> TO = Field.integer("to", 1, LONGEST, "And the place after its last character.");
    static final Form PASSAGE_FORM = Form.of("Passage", ITS_PART, QUOTE, FROM, TO);
    static final Field<Filled> PASSAGE =
            Field.form("passage", PASSAGE_FORM, "What the comment is on.").must();
    static final Field<String> COMMENT =
            Field.text("comment", LONGEST, "What is said of it.").must().eg("Which parties, and for how long?");
    static final Field<String> AGREEMENT_COMMENT =
            Field.text("comment", LONGEST, "What is said with it.").eg("Agreed at the October meeting");
    static final Field<String> REQUEST_TEXT =
            Field.text("text", LONGEST, "What is to be amended.").must().eg("Say how many parties were affected");
    static final Field<String> AMENDMENT_TEXT =
            Field.text("text", LONGEST, "What was amended.").must().eg("The number of parties is given now");
    static final Field<List<Integer>> FEEDBACK =
            Field.list(Field.integer("feedback", 1, 100_000, "Numbers of the comments that it takes up."), 500);
    static final Field<List<Integer>> ANSWERED_FEEDBACK = Field.list(
            Field.integer("feedback", 1, 100_000, "Numbers of comments that it answers, beside those of the requests."),
            500);
    static final Field<List<Integer>> ANSWERS = Field.list(
                    Field.integer("answers", 1, 100_000, "Numbers of the amendment requests that it answers."), 500)
            .eg(List.of(1));
    static final Field<Classification> PUBLISHED_AS = Field.choice(
                    "classification",
                    List.of(Classification.WHITE, Classification.GREEN),
                    Enum::name,
                    "Of the published text, which is redacted either way: WHITE, the default, or GREEN.")
            .eg("WHITE");

    static final Form WRITING = Form.of("ReportVersion", PARTS, REDACTIONS, NOTE, CLASSIFICATION, OCCURRED_AT);
    static final Form REDACTING = Form.of("ReportRedactions", VERSION, MORE_REDACTIONS, OCCURRED_AT);
    static final Form SUBMISSION = Form.of("MajorIncidentReportSubmission", VERSION, OCCURRED_AT);
    static final Form COMMENTING = Form.of("ReportFeedback", SUBMITTED_VERSION, PASSAGE, COMMENT, OCCURRED_AT);
    static final Form REQUEST = Form.of("AmendmentRequest", REQUEST_TEXT, PART, FEEDBACK, OCCURRED_AT);
    static final Form AMENDMENT =
            Form.of("ReportAmendment", NEW_VERSION, ANSWERS, ANSWERED_FEEDBACK, AMENDMENT_TEXT, OCCURRED_AT);
    static final Form AGREEMENT = Form.of("ReportAgreement", SUBMITTED_VERSION, AGREEMENT_COMMENT, OCCURRED_AT);
    static final Form PUBLICATION = Form.of("ReportPublication", PUBLISHED_AS, OCCURRED_AT);

    /** Which of the two texts of a report. */
    static final Field<Classification> VARIANT = Field.choice(
            "variant",
            List.of(Classification.WHITE, Classification.GREEN, Classification.AMBER),
            Enum::name,
            "AMBER: in full, the default for those who may read it; WHITE or GREEN: redacted, as it is published.");

    /** Of one report, which also comes as a document. */
    static final Form READING_AS =
            Form.of("ReportQuery", VARIANT, DocumentFormat.FORMAT, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    static final Form READING = Form.of("ReportQuery", VARIANT, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    static final Field<List<MajorIncidentReportState>> STATE =
            Field.list(Field.choice("state", MajorIncidentReportState.class, "How far it has come."), 10);
    static final Field<List<ReportKind>> KIND = Field.list(Field.choice("kind", ReportKind.class, "Which report."), 2);
    static final Field<List<IncidentId>> INCIDENT = Field.list(
            Field.line("incident", 15, "On these Incidents.")
                    .mapIf(
                            text -> IncidentId.isValid(text) ? Optional.of(new IncidentId(text)) : Optional.empty(),
                            "must be INC and 12 digits"),
            100);
    static final Field<Boolean> LATE = Field.flag("late", "Whether submitted late or overdue, or neither.");
    static final Field<Boolean> OWED = Field.flag("owed", "Whether owed, or there although owed no more.");
    static final Field<LocalDate> DUE_FROM = Field.date("dueFrom", "Due on that day or later.");
    static final Field<LocalDate> DUE_TO = Field.date("dueTo", "Due on that day or earlier.");
    static final Field<Integer> LIMIT = Field.integer("limit", 1, 500, "How many at most; default 50.");
    static final Field<String> CURSOR = Field.line("cursor", 40, "Where to go on: nextCursor of the page before.")
            .mapIf(
                    text -> text.matches("INC\\d{12}-(SUMMARY|REVIEW)") ? Optional.of(text) : Optional.empty(),
                    "is not a cursor that this list gave out");

    /** In which order a list comes. */
    enum Sort {
        BY_DUE_DAY("dueOn", Comparator.comparing(view -> 0)),
        LAST_DUE_FIRST(
                "-dueOn",
                Comparator.comparing(
                        MajorIncidentReportView::dueOn, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))),
        BY_INCIDENT("incident", Comparator.comparing(MajorIncidentReportView::incident)),
        LAST_INCIDENT_FIRST(
                "-incident",
                Comparator.comparing(MajorIncidentReportView::incident).reversed());

        private final String given;
        final Comparator<MajorIncidentReportView> order;

        Sort(String given, Comparator<MajorIncidentReportView> order) {
            this.given = given;
            this.order = order;
        }
    }

    static final Field<Sort> SORT = Field.choice("sort", List.of(Sort.values()), sort -> sort.given, "Default dueOn.");
    static final Form LIST = Form.of(
            "ReportsQuery",
            STATE,
            KIND,
            INCIDENT,
            LATE,
            OWED,
            DUE_FROM,
            DUE_TO,
            LIMIT,
            CURSOR,
            SORT,
            Inquiry.AS_OF,
            Inquiry.KNOWN_AT);

    static final Map<String, Form> BODIES = Map.of(
            "writeMajorIncidentReport", WRITING,
            "redactMajorIncidentReport", REDACTING,
            "submitMajorIncidentReport", SUBMISSION,
            "commentOnMajorIncidentReport", COMMENTING,
            "requestReportAmendment", REQUEST,
            "amendMajorIncidentReport", AMENDMENT,
            "agreeMajorIncidentReport", AGREEMENT,
            "publishMajorIncidentReports", PUBLICATION,
            "publishBothMajorIncidentReports", PUBLICATION);

    static Map<String, Form> queries() {
        Map<String, Form> forms = new HashMap<>();
        forms.put("findMajorIncidentReports", LIST);
        Stream.of("getMajorIncidentReports", "findReportVersions", "getReportDifferences")
                .forEach(operation -> forms.put(operation, READING));
        forms.put("getMajorIncidentReport", READING_AS);
        forms.put("getReportVersion", READING_AS);
        forms.put("getReportDraft", Inquiry.MOMENT);
        forms.put("getMajorIncidentReportTimeline", Inquiry.MOMENT);
        return forms;
    }

    static ReportFilter filter(Filled in) {
        return new ReportFilter(
                in.set(STATE),
                in.set(KIND),
                in.set(INCIDENT),
                in.get(LATE),
                in.get(OWED),
                in.get(DUE_FROM),
                in.get(DUE_TO));
    }

    private static Optional<Redaction> redaction(Filled in) {
        ReportPart part = in.get(ITS_PART);
        String quote = in.get(ITS_QUOTE);
        String reason = in.get(REASON);
        return part == null || quote == null || reason == null
                ? Optional.empty()
                : Optional.of(new Redaction(part.apiName(), quote, reason));
    }

    /** The texts that were given, by the names of their parts. */
    static Map<String, String> parts(Filled in) {
        Filled given = in.get(PARTS);
        Map<String, String> parts = new LinkedHashMap<>();
        if (given != null) {
            TEXTS.forEach((part, field) -> {
                String text = given.get(field);
                if (text != null) {
                    parts.put(part.apiName(), text);
                }
            });
        }
        return parts;
    }

    /** A Summary Report has not all parts. */
    static void checkParts(ReportKind kind, Filled in, Faults faults) {
        for (String part : parts(in).keySet()) {
            if (kind.parts().stream().noneMatch(one -> one.apiName().equals(part))) {
                faults.add("/parts/" + part, "is not a part of a " + kind.title());
            }
        }
    }

    /** A passage is told by a quote or by its place. */
    static void checkPassage(Filled in, Faults faults) {
        Filled passage = in.get(PASSAGE);
        if (passage == null) {
            return;
        }
        Integer from = passage.get(FROM);
        Integer to = passage.get(TO);
        if ((from == null) != (to == null)) {
            faults.add("/passage/" + (from == null ? "from" : "to"), "is required with the other");
        } else if (from != null && to != null && to <= from) {
            faults.add("/passage/to", "must be greater than from");
        } else if (from == null && passage.get(QUOTE) == null) {
            faults.add("/passage/quote", "is required, unless from and to are given");
        }
    }

    static void checkAmendment(Filled in, Faults faults) {
        if (in.all(ANSWERS).isEmpty() && in.all(ANSWERED_FEEDBACK).isEmpty() && !faults.any()) {
            faults.add("/answers", "is required, unless feedback is given");
        }
    }
}
