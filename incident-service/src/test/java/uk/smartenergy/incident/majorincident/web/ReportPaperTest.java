package uk.smartenergy.incident.majorincident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportText;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.document.Document;
import uk.smartenergy.incident.platform.document.Docx;
import uk.smartenergy.incident.platform.document.Html;
import uk.smartenergy.incident.platform.document.Pdf;

class ReportPaperTest {
    private static final IncidentId ID = new IncidentId("INC000000294975");
    private static final Instant AT = Instant.parse("2018-08-24T10:00:00Z");
    private static final URI BASE = URI.create("http://localhost");

    private static Document paper(boolean redacted) {
        String valve = redacted ? "[redacted]" : "Secret Valve";
        Map<String, String> parts = new LinkedHashMap<>();
        ReportKind.SUMMARY
                .parts()
                .forEach(part -> parts.put(part.apiName(), "The " + valve + " broke\nThen it rained"));
        parts.put("dataLost", "");
        ReportText text = new ReportText(
                ID,
                ReportKind.SUMMARY,
                "Summary Report on " + ID + ": " + valve,
                redacted ? Classification.WHITE : Classification.AMBER,
                redacted,
                2,
                AT,
                null,
                null,
                parts,
                List.of(new ReportText.Withheld(
                        "cause", 1, 12, "Names the " + valve, redacted ? null : "Secret Valve")));
        return ReportPaper.of(text, detail(text, valve));
    }

    private static MajorIncidentReportDetail detail(ReportText text, String valve) {
        MajorIncidentReportView view = new MajorIncidentReportView(
                ID,
                valve,
                valve,
                ReportKind.SUMMARY,
                MajorIncidentReportState.PUBLISHED,
                true,
                AT,
                LocalDate.parse("2018-08-29"),
                AT,
                AT,
                false,
                null,
                "On time",
                AT,
                "Operations Group",
                AT,
                2,
                1,
                0,
                text.classification(),
                9);
        return new MajorIncidentReportDetail(
                view,
                AT,
                "Category 1",
                new MajorIncidentReportDetail.Rule("H9", 2, List.of(), "default, verify against the SEC in force"),
                text,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<String> allFormats(Document paper) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(paper, BASE));
                XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Docx.of(paper, BASE)));
                XWPFWordExtractor words = new XWPFWordExtractor(word)) {
            return List.of(
                    Html.of(paper, BASE).text(),
                    new PDFTextStripper().getText(pdf)
                            + pdf.getDocumentInformation().getTitle(),
                    words.getText() + word.getProperties().getCoreProperties().getTitle());
        }
    }

    @Test
    void everyFormatHasThePartsTheDatesAndTheClassification() throws IOException {
        assertThat(allFormats(paper(false)))
                .allSatisfy(text -> assertThat(text)
                        .contains(
                                "Nature of the Incident",
                                "Then it rained",
                                "29 August 2018",
                                "Operations Group",
                                "Nothing is said")
                        .contains("Secret Valve", "Classification of Amber", "verify against the SEC in force"));
    }

    @Test
    void noFormatOfTheRedactedVariantHasWhatIsRedacted() throws IOException {
        assertThat(allFormats(paper(true)))
                .allSatisfy(text -> assertThat(text)
                        .contains("[redacted]", "Classification of White", "What was redacted, and why")
                        .doesNotContain("Secret"));
    }
}
