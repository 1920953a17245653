package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import uk.smartenergy.incident.api.incident.CategorisationReport;
import uk.smartenergy.incident.api.paper.PaperQuery;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The query strings of the reports on categories and on what became known. */
final class ReportForms {
    private ReportForms() {}

    private static final Map<CategorisationReport.GroupBy, String> GROUPS = Map.of(
            CategorisationReport.GroupBy.MONTH, "month",
            CategorisationReport.GroupBy.BUSINESS_PROCESS, "businessProcess",
            CategorisationReport.GroupBy.REGION, "region",
            CategorisationReport.GroupBy.PARTY_CATEGORY, "partyCategory",
            CategorisationReport.GroupBy.CATEGORY, "category",
            CategorisationReport.GroupBy.POLICY_VERSION, "policyVersion");

    static final Field<LocalDate> FROM = Field.date(
            "from",
            "The first day on which an Incident was raised, in Europe/London; default the first of to's month.");
    static final Field<LocalDate> TO = Field.date(
            "to",
            "The last day; default the last of from's month. Without both: the last calendar month that is over.");
    static final Field<CategorisationReport.GroupBy> GROUP_BY = Field.choice(
            "groupBy",
            List.of(CategorisationReport.GroupBy.values()),
            groupBy -> GROUPS.getOrDefault(groupBy, groupBy.name()),
            "What to group by.");
    static final Form CATEGORISATION =
            Form.of("CategorisationQuery", FROM, TO, GROUP_BY, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    static final Field<String> REPORT = Field.choice(
                    "report",
                    List.of("ageing", "rdp-incidents", "categorisation", "performance", PaperQuery.REPORT),
                    name -> name,
                    "Which report.")
            .must();
    static final Field<YearMonth> PERIOD = Field.month(
            "period", "The month that is reported on, such as 2018-08; default the last calendar month that is over.");
    static final Field<Instant> KNOWN_AT_A =
            Field.endingAt("knownAtA", "What was on record at first.").must();
    static final Field<Instant> KNOWN_AT_B = Field.endingAt("knownAtB", "What was on record later; default now.");
    static final Form DIFFERENCES = Form.of("DifferencesQuery", REPORT, PERIOD, KNOWN_AT_A, KNOWN_AT_B, Inquiry.AS_OF);

    static final Map<String, Form> QUERIES = Map.of("getCategorisation", CATEGORISATION, "getDifferences", DIFFERENCES);
}
