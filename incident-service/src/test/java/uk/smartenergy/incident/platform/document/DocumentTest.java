package uk.smartenergy.incident.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.shared.Classification;

class DocumentTest {
    private static final URI BASE = URI.create("https://service.invalid");
    private static final String HOSTILE =
            "<img src=http://evil.invalid/x.png><script>alert(1)</script> ]]> &amp; \u0000 \ud800 {content: none}";
    private static final Document DOCUMENT = new Document(
            "SECP_61_1210_19",
            "SEC Panel Sub-Committee Report",
            "For Information",
            Classification.WHITE,
            "A. Writer",
            LocalDate.of(2018, 10, 5),
            List.of(
                    Block.heading(1, "1. Purpose"),
                    Block.paragraph("An update for Ysbyty Ystrad Fawr: dŵr → −5 and £3"),
                    Block.heading(2, "2.1 DCC reporting"),
                    Block.table(
                            "What the DCC reported",
                            List.of("Report", "Received"),
                            List.of(List.of(
                                    Cell.of("RDP Incident Report", "August 2018"),
                                    Cell.of(Text.linked("Five", "/api/v1/incidents?type=RDP")
                                            .plain(" open, ")
                                            .link("not a link", "javascript:alert(1)"))))),
                    Block.heading(3, "Highlights"),
                    Block.list(
                            Text.of("first item"), Text.empty().strong("second").emphasis(" item")),
                    Block.note("Default, verify against the SEC in force"),
                    Block.written("Somebody wrote this.\n\nIn two\nparagraphs: " + HOSTILE)));

    @Test
    void htmlIsOnePageThatNeedsNothingAndHasHeadingsAndTableHeaders() {
        String html = Html.of(DOCUMENT, BASE).text();
        assertThat(html)
                .contains("lang=\"en-GB\"", "<h1>SEC Panel Sub-Committee Report</h1>", "<h2>1. Purpose</h2>")
                .contains("<h3>2.1 DCC reporting</h3>", ">Received</th>", "<th scope=\"col\"", "role=\"note\"")
                .contains("<a href=\"https://service.invalid/api/v1/incidents?type=RDP\">Five</a> open, not a link")
                .contains("This document has a Classification of White")
                .doesNotContain("<img", "<script", "javascript:", " src=\"", "url(\"");
    }

    @Test
    void theSameWordsStandInAllThreeFormats() throws IOException {
        List<String> html = words(textOfHtml());
        assertThat(words(textOfDocx())).containsExactlyElementsOf(html);
        assertThat(sorted(words(textOfPdf()))).containsExactlyElementsOf(sorted(html));
    }

    @Test
    void pdfIsTaggedAndHasALanguageLinksAndAFooterOnEveryPage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(DOCUMENT, BASE))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("SECP_61_1210_19 SEC Panel Sub-Committee Report");
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("SECP_61_1210_19", "Page 1 of 1", "dŵr → −5 and £3");
            assertThat(pdf.getPage(0).getAnnotations())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            PDAnnotationLink.class,
                            link -> assertThat(((PDActionURI) link.getAction()).getURI())
                                    .isEqualTo("https://service.invalid/api/v1/incidents?type=RDP"));
        }
    }

    @Test
    void docxHasHeadingsRepeatedHeaderRowsLinksFieldsAndProperties() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Docx.of(DOCUMENT, BASE)))) {
            assertThat(word.getParagraphs().stream()
                            .filter(paragraph ->
                                    String.valueOf(paragraph.getStyle()).startsWith("Heading"))
                            .map(XWPFParagraph::getText))
                    .containsExactly("1. Purpose", "2.1 DCC reporting", "Highlights");
            assertThat(word.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
            assertThat(word.getHyperlinks())
                    .extracting(link -> link.getURL())
                    .containsExactly("https://service.invalid/api/v1/incidents?type=RDP");
            assertThat(word.getFooterList().getFirst()._getHdrFtr().xmlText())
                    .contains("NUMPAGES", "SECP_61_1210_19", "Classification of White");
            assertThat(word.getProperties().getCoreProperties().getTitle()).contains("SECP_61_1210_19");
            assertThat(List.of("Title", "Heading1", "Heading2", "Normal", "WritersText"))
                    .allSatisfy(style -> assertThat(
                                    Objects.requireNonNull(word.getStyles().getStyle(style))
                                            .getCTStyle()
                                            .xmlText())
                            .as("what %s looks like", style)
                            .contains("Arial", "w:sz", "w:spacing"));
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws Exception {
        byte[] pdf = Pdf.of(DOCUMENT, BASE);
        byte[] docx = Docx.of(DOCUMENT, BASE);
        assertThat(Pdf.of(DOCUMENT, BASE)).isEqualTo(pdf);
        assertThat(Docx.of(DOCUMENT, BASE)).isEqualTo(docx);
        assertThat(Html.of(DOCUMENT, BASE)).isEqualTo(Html.of(DOCUMENT, BASE));
    }

    private static String textOfHtml() {
        return Html.of(DOCUMENT, BASE)
                .text()
                .replaceAll("(?s)^.*<body>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String textOfDocx() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Docx.of(DOCUMENT, BASE)));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            String header = word.getHeaderList().getFirst().getText();
            String all = text.getText().replace("<https://service.invalid/api/v1/incidents?type=RDP>", "");
            return all.substring(all.indexOf(header) + header.length(), all.lastIndexOf("SECP_61_1210_19 · Page"));
        }
    }

    private static String textOfPdf() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(DOCUMENT, BASE))) {
            return new PDFTextStripper()
                    .getText(pdf)
                    .replace("�", "")
                    .replaceFirst("SECP_61_1210_19 Page 1 of 1 This document has a Classification of White", "");
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.replace("�", "").strip().split("[\\s]+")).toList();
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }
}
