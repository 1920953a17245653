package uk.smartenergy.incident.majorincident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.api.majorincident.ReportText;
import uk.smartenergy.incident.platform.document.Block;
import uk.smartenergy.incident.platform.document.Cell;
import uk.smartenergy.incident.platform.document.Document;

/** A Major Incident report as a paper. It shows what the text that it is given has, so that the redacted variant comes from the same source. */
final class ReportPaper {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private ReportPaper() {}

    /** @param report which the text is of, as the same reader sees it */
    static Document of(ReportText text, MajorIncidentReportDetail report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(dates(report));
        text.parts().forEach((name, words) -> {
            blocks.add(Block.heading(
                    1, ReportPart.find(name).map(ReportPart::title).orElse(name)));
            Stream.of(words.split("\\R"))
                    .filter(line -> !line.isBlank())
                    .forEach(line -> blocks.add(Block.paragraph(line)));
            if (words.isBlank()) {
                blocks.add(Block.note("Nothing is said of this."));
            }
        });
        if (!text.redactions().isEmpty()) {
            blocks.add(Block.heading(1, "Redactions"));
            blocks.add(redactions(text));
        }
        MajorIncidentReportDetail.Rule rule = report.rule();
        blocks.add(Block.note("Due %d Working Days after the resolution by %s: %s."
                .formatted(rule.workingDays(), rule.clause(), rule.note())));
        return new Document(
                text.incident() + "-" + text.kind() + "-v" + text.version(),
                text.title(),
                text.redacted() ? "For SEC Parties" : "For the Operations Group",
                text.classification(),
                "DCC",
                LocalDate.ofInstant(text.writtenAt(), LONDON),
                blocks);
    }

    private static Block dates(MajorIncidentReportDetail report) {
        MajorIncidentReportView view = report.overview();
        String timing = view.timing();
        List<List<Cell>> rows = new ArrayList<>();
        add(rows, "Incident resolved", view.incidentResolvedAt(), null);
        LocalDate due = view.dueOn();
        if (due != null) {
            rows.add(List.of(
                    Cell.of("Due"), Cell.of(due.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)))));
        }
        add(rows, "First submitted", view.submittedAt(), timing);
        add(rows, "Agreed", view.agreedAt(), view.agreedBy());
        add(rows, "Published", view.publishedAt(), null);
        return Block.table("The report", List.of("What", "When (Europe/London)"), rows);
    }

    private static void add(List<List<Cell>> rows, String what, @Nullable Instant at, @Nullable String more) {
        if (at != null) {
            String words = TIME.format(at.atZone(LONDON)) + (more == null ? "" : " – " + more);
            rows.add(List.of(Cell.of(what), Cell.of(words)));
        }
    }

    private static Block redactions(ReportText text) {
        return Block.table(
                text.redacted() ? "What was redacted, and why" : "What the published text does not have, and why",
                List.of("Part", "How often", "Characters", text.redacted() ? "Why" : "What, and why"),
                text.redactions().stream()
                        .map(one -> List.of(
                                Cell.of(ReportPart.find(one.part())
                                        .map(ReportPart::title)
                                        .orElse(one.part())),
                                Cell.of(String.valueOf(one.occurrences())),
                                Cell.of(String.valueOf(one.characters())),
                                one.quote() == null ? Cell.of(one.reason()) : Cell.of(one.quote(), one.reason())))
                        .toList());
    }
}
