package uk.smartenergy.incident.paper.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.document.web.DocumentFormat;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** What requests on papers may say. */
final class PaperForms {
    private PaperForms() {}

    private static final List<Classification> WITHOUT_RED =
            List.of(Classification.WHITE, Classification.GREEN, Classification.AMBER);

    static final Field<YearMonth> MONTH = Field.month(
            "month", "The month of the paper, such as 2018-09; default the last calendar month that is over.");
    static final Field<Classification> CLASSIFICATION = Field.choice(
            "classification",
            Classification.class,
            "What the paper may tell of beside WHITE and GREEN; what is narrower is counted, never named, and what is RED not even counted. Default: AMBER if it names anything AMBER that its reader may see, else WHITE.");
    static final Form PAPER =
            Form.of("PaperQuery", MONTH, Inquiry.AS_OF, Inquiry.KNOWN_AT, CLASSIFICATION, DocumentFormat.FORMAT);
    static final Form ISSUED = Form.of("IssuedPaperQuery", DocumentFormat.FORMAT);

    static final Field<Instant> KNOWN_AT_A =
            Field.endingAt("knownAtA", "What was on record at first; default that of the last issue.");
    static final Field<Instant> KNOWN_AT_B = Field.endingAt("knownAtB", "What was on record later; default now.");
    static final Form DIFFERENCES = Form.of("PaperDifferencesQuery", MONTH, Inquiry.AS_OF, KNOWN_AT_A, KNOWN_AT_B);

    static final Field<Instant> OCCURRED_AT = Field.past("occurredAt", "When it happened; default now.");
    static final Field<String> TEXT = Field.text(
                    "text", 20_000, "The text; left out or blank: the section's text is withdrawn.")
            .eg("Ops Group members again repeated their request for an overall consolidated view.");
    static final Field<Classification> TEXT_CLASSIFICATION = Field.choice(
                    "classification",
                    WITHOUT_RED,
                    Classification::name,
                    "In which papers it stands: those of this classification or a narrower one. Default WHITE; RED is not written into papers.")
            .eg("WHITE");
    static final Form WRITING = Form.of("PaperTextWriting", TEXT, TEXT_CLASSIFICATION, OCCURRED_AT);

    static final Field<String> REFERENCE =
            Field.line("reference", 60, "As its readers cite it.").eg("SECP_61_1210_19");
    static final Field<String> AUTHOR =
            Field.line("author", 200, "Whose paper it is.").eg("SECAS");
    static final Field<String> PURPOSE =
            Field.text("purpose", 4_000, "What section 1 says; left out: the usual sentence.");
    static final Form DETAILS = Form.of("PaperDetails", REFERENCE, AUTHOR, PURPOSE, OCCURRED_AT);

    static final Field<Instant> AS_OF = Field.endingAt("asOf", "As of when the paper is issued; default now.");
    static final Field<Classification> ISSUED_CLASSIFICATION = Field.choice(
            "classification", WITHOUT_RED, Classification::name, "Of the paper; default WHITE. RED is not issued.");
    static final Field<String> ISSUE_REFERENCE = Field.line("reference", 60, "Default the paper's own.");
    static final Form ISSUE = Form.of("PaperIssue", AS_OF, ISSUE_REFERENCE, ISSUED_CLASSIFICATION, OCCURRED_AT);

    static Described described() {
        return new Described(
                Map.of("writePaperText", WRITING, "givePaperDetails", DETAILS, "issuePaper", ISSUE),
                Map.of(
                        "getOpsGroupPaper",
                        PAPER,
                        "getIssuedPaper",
                        ISSUED,
                        "getPaperDifferences",
                        DIFFERENCES,
                        "findPaperTexts",
                        Inquiry.MOMENT,
                        "findPaperIssues",
                        Inquiry.MOMENT,
                        "getPaperTimeline",
                        Inquiry.MOMENT));
    }
}
