package uk.smartenergy.incident.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CategorisationReport;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Times;

/** The report on categories: first, standing, ruled. */
@Tag(name = "Reports")
@RestController
@RequestMapping(
        path = "/api/v1/reports/categorisation",
        produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
final class CategorisationController {
    private final Messages messages;

    CategorisationController(Messages messages) {
        this.messages = messages;
    }

    record CategorisationRow(
            String group,
            Category category,
            long raised,
            long disputed,
            long ruled,
            long changed,
            long standing,
            long ruledAs,
            String incidents) {}

    /** The days that are reported on, both of them included. */
    record Days(LocalDate from, LocalDate to) {
        /** What is left out is the month of what is said; if nothing is, the last month that is over. */
        static Days of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
            LocalDate said = from != null ? from : to != null ? to : today.minusMonths(1);
            YearMonth month = YearMonth.from(said);
            Days days = new Days(from != null ? from : month.atDay(1), to != null ? to : month.atEndOfMonth());
            if (days.to.isBefore(days.from)) {
                throw Problem.invalid("/to", "must not be before from");
            }
            return days;
        }
    }

    @Operation(
            summary = "What became of categories",
            description =
                    "Of the Incidents raised in a time: how many were first assigned each category, disputed, ruled on and changed, and where they stand. Every number says where its Incidents are listed.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = CategorisationBody.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping
    ResponseEntity<?> getCategorisation(Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.CATEGORISATION);
        CategorisationReport.GroupBy groupBy = in.get(ReportForms.GROUP_BY);
        Days days = Days.of(
                in.get(ReportForms.FROM),
                in.get(ReportForms.TO),
                inquiry.now().atZone(Times.LONDON).toLocalDate());
        CategorisationBody report = CategorisationBody.of(
                messages.ask(new IncidentQuery.GetCategorisation(
                        inquiry.viewer(), inquiry.moment(in), days.from(), days.to(), groupBy)),
                groupBy);
        return ResponseEntity.ok(inquiry.csv() ? new Csv(CategorisationRow.class, rows(report)) : report);
    }

    private static List<CategorisationRow> rows(CategorisationBody report) {
        return Stream.concat(
                        report.categories().stream().map(row -> row("ALL", row)),
                        report.groups().stream()
                                .flatMap(group -> group.categories().stream().map(row -> row(group.group(), row))))
                .toList();
    }

    private static CategorisationRow row(String group, CategorisationBody.Row row) {
        return new CategorisationRow(
                group,
                row.category(),
                row.raised(),
                row.disputed(),
                row.ruled(),
                row.changed(),
                row.standing(),
                row.ruledAs(),
                row.incidents());
    }
}
