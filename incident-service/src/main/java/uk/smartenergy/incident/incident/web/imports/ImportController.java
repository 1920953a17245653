package uk.smartenergy.incident.incident.web.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Incidents")
@RestController
class ImportController {
    private static final String NDJSON_EXAMPLE = """
            {"externalReference":"X-1","at":"2016-02-29T01:16:00Z","action":"RAISE","summary":"Joins fail","raisedBy":{"party":"Northwick Energy"},"category":2}
            {"externalReference":"X-1","at":"2016-02-29T03:40:00Z","action":"RESOLVE","resolution":"Hub restarted"}
            """;
    private static final String CSV_EXAMPLE = """
            externalReference,at,action,summary,raisedBy.party,category,resolution
            X-2,2016-02-29T01:16:00Z,RAISE,Joins fail,Northwick Energy,2,
            X-2,2016-02-29T03:40:00Z,RESOLVE,,,,Hub restarted
            """;
    private static final MediaType CSV = new MediaType("text", "csv");

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @Operation(
            summary = "Take over histories of Incidents",
            description =
                    "One event a line, as NDJSON or as CSV with a header; a file of any size. Each line has externalReference, at, action "
                            + "(RAISE, CATEGORISE, ASSIGN, RESPOND, PAUSE, RESUME, ESCALATE, COMMUNICATE, RESOLVE, CLOSE, REOPEN), and the "
                            + "fields of that action; in CSV nested ones are dotted (raisedBy.party) and lists separated by semicolons. Bad lines are "
                            + "refused and the rest goes on. The same file once more changes nothing. With dryRun=true nothing is changed at all.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/x-ndjson",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(NDJSON_EXAMPLE)),
                                @Content(
                                        mediaType = "text/csv",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(CSV_EXAMPLE))
                            }))
    @PostMapping(
            path = "/api/v1/incidents/imports",
            consumes = {"application/x-ndjson", "application/jsonl", "application/json", "text/csv"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ImportReport importIncidents(
            @RequestParam(defaultValue = "false") boolean dryRun, Viewer viewer, HttpServletRequest request)
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
