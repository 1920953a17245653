package uk.smartenergy.incident.platform.document.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uk.smartenergy.incident.platform.document.Document;
import uk.smartenergy.incident.platform.document.Docx;
import uk.smartenergy.incident.platform.document.Html;
import uk.smartenergy.incident.platform.document.Pdf;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;

/**
 * The same thing as JSON or as a document, by {@code Accept} or {@link DocumentFormat#FORMAT}. Only what is wanted is made.
 *
 * @param json what the document is made from
 * @param tag of the version; {@code null}: none
 */
public record DocumentAnswer(
        Supplier<?> json,
        Supplier<Document> document,
        @Nullable String tag) {

    /** @param query read with a form that has {@link DocumentFormat#FORMAT} @param usual what is answered to who accepts anything */
    public ResponseEntity<?> to(Inquiry inquiry, Filled query, DocumentFormat usual) {
        DocumentFormat given = query.get(DocumentFormat.FORMAT);
        DocumentFormat format = given != null ? given : DocumentFormat.accepted(inquiry.request(), usual);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(format.type()).varyBy(HttpHeaders.ACCEPT);
        if (format == DocumentFormat.JSON) {
            return (tag == null ? answer : answer.eTag(tag)).body(json.get());
        }
        Document made = document.get();
        answer.header(HttpHeaders.CONTENT_DISPOSITION, disposition(made, format));
        URI base = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
        return switch (format) {
            case HTML -> {
                Html page = Html.of(made, base);
                yield answer.header("Content-Security-Policy", page.policy())
                        .body(page.text().getBytes(StandardCharsets.UTF_8));
            }
            case PDF -> answer.body(Pdf.of(made, base));
            case DOCX, JSON -> answer.body(Docx.of(made, base));
        };
    }

    /** A page is shown, a file is kept. */
    private static String disposition(Document document, DocumentFormat format) {
        String name = document.reference().replaceAll("[^A-Za-z0-9._-]+", "_") + "." + format.extension();
        return (format == DocumentFormat.HTML ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name)
                .build()
                .toString();
    }
}
