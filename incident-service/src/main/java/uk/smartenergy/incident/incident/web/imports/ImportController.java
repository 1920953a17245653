package uk.smartenergy.incident.incident.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.web.Problem;

/** Takes over histories of Incidents from outside, a file of any size in one request. */
@RestController
class ImportController {
    private static final MediaType CSV = new MediaType("text", "csv");

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(
            path = "/api/v1/incidents/imports",
            consumes = {"application/x-ndjson", "application/jsonl", "application/json", "text/csv"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ImportReport take(@RequestParam(defaultValue = "false") boolean dryRun, Viewer viewer, HttpServletRequest request)
            throws IOException {
        InputStream body = request.getInputStream();
        ImportFile file = isCsv(request) ? new CsvFile(body, ImportForms.NAMES) : new NdjsonFile(body);
        return dryRun ? imports.rehearse(file, viewer) : imports.take(file, viewer);
    }

    /** @throws Problem 415 if the body is compressed, or not UTF-8 */
    private static boolean isCsv(HttpServletRequest request) {
        MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
        boolean readable = type.getCharset() == null
                || type.getCharset().equals(StandardCharsets.UTF_8)
                || type.getCharset().equals(StandardCharsets.US_ASCII);
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (!readable || encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "A file to import is UTF-8, and not compressed");
        }
        return type.isCompatibleWith(CSV);
    }
}
