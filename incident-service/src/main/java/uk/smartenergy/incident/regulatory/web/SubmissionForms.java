package uk.smartenergy.incident.regulatory.web;

import static uk.smartenergy.incident.regulatory.web.RegulatoryForms.EXPLANATION;
import static uk.smartenergy.incident.regulatory.web.RegulatoryForms.LONG;
import static uk.smartenergy.incident.regulatory.web.RegulatoryForms.OCCURRED_AT;
import static uk.smartenergy.incident.regulatory.web.RegulatoryForms.SHORT;
import static uk.smartenergy.incident.regulatory.web.RegulatoryForms.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.MeasureKey;
import uk.smartenergy.incident.api.regulatory.Submission.RdpCounts;
import uk.smartenergy.incident.api.regulatory.Submission.Volumes;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.reference.PerformanceMeasure;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;

/** The forms of the bodies about submissions and the figures in them. */
final class SubmissionForms {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final String PERCENT = "%";

    static final Field<Instant> RECEIVED_AT =
            Field.past("receivedAt", "When the report was received; default now. The same as occurredAt.");
    static final Field<Classification> CLASSIFICATION = RegulatoryForms.classification();
    static final Field<List<String>> INCIDENTS = Field.list(
            Field.line("incidents", SHORT, "References of Incidents that the report names, ours or others'."), 5_000);
    private static final Field<String> SUMMARY = Field.text("summary", 20_000, "What else the report says.")
            .eg("All Code Performance Measures are above Target.");
    private static final Field<String> DOCUMENT =
            Field.line("documentReference", 500, "Where the report itself can be found.");

    private static final Field<String> CODE = Field.line(
                    "code", SHORT, "Of the measure, such as CPM4; it or a name must be given.")
            .eg("CPM4");
    private static final Field<String> NAME = Field.line("name", SHORT, "Of the measure, if it has no code.");
    private static final Field<BigDecimal> VALUE = figure(
                    "value", "What was measured; left out if the report does not say.")
            .eg(100);
    private static final Field<String> UNIT =
            Field.line("unit", 40, "Default %.").eg(PERCENT);
    private static final Field<BigDecimal> TARGET =
            figure("target", "What is aimed at; of CPM4 and CPM5 by default as in the reference data.");
    private static final Field<BigDecimal> MINIMUM =
            figure("minimum", "What it must not be worse than; default likewise.");
    private static final Field<Boolean> LOWER_IS_BETTER =
            Field.flag("lowerIsBetter", "Whether a value above the Target is worse, not one below; default false.");
    private static final Field<String> WHY = Field.text("explanation", LONG, "Why it is worse than its Target.");
    private static final Field<String> PROVIDER =
            Field.line("provider", SHORT, "Whose it is, if it is of one provider.");

    private static final Field<Long> FORECAST =
            volume("forecast", "How many requests were forecast.").eg(868_301);
    private static final Field<Long> ACTUAL =
            volume("actual", "How many were sent; left out if no figure was submitted or it is illegible.");
    private static final Form VOLUMES_FORM = Form.of("ReportVolumes", FORECAST, ACTUAL, WHY);
    private static final Field<Volumes> VOLUMES = Field.form(
            "volumes",
            VOLUMES_FORM,
            "Forecast and actual volumes.",
            in -> Optional.of(new Volumes(in.get(FORECAST), in.get(ACTUAL), in.get(WHY))));

    private static final Field<Integer> OPENED = count("openedAndResolved", "Opened and resolved in the month.");
    private static final Field<Integer> OPEN = count("openUnresolved", "Open and unresolved at its end.");
    private static final Field<Integer> SINCE = count("sinceResolved", "Of these, resolved since.");
    private static final Field<Integer> REMAINING = count("remaining", "Of these, still open.");
    private static final Field<Integer> OVER = count("remainingOverOneMonth", "Of these, open over one month.");
    private static final Field<RdpCounts> RDP_INCIDENTS = Field.form(
            "rdpIncidents",
            Form.of("RdpCounts", OPENED, OPEN, SINCE, REMAINING, OVER),
            "The figures of an RDP Incident Report.",
            in -> Optional.of(
                    new RdpCounts(in.get(OPENED), in.get(OPEN), in.get(SINCE), in.get(REMAINING), in.get(OVER))));

    static final Field<String> REPORT =
            Field.line("report", 10, "The code of the report.").must().eg("PMR");
    static final Field<ReportPeriod> PERIOD = RegulatoryForms.period("The month or quarter that it is about.")
            .must()
            .eg("2018-08");

    private static final Field<String> MEASURE = Field.line("measure", SHORT, "The measure's code, or its name.")
            .must()
            .eg("CPM4");

    private final List<PerformanceMeasure> known;
    private final Field<String> region;
    private final Field<List<Filled>> measures;
    final Form submission;
    final Form anySubmission;
    final Form explanation;

    SubmissionForms(ReferenceData reference) {
        known = reference.performanceMeasures();
        region = Field.word(
                "region",
                reference.vocabulary()::region,
                reference.vocabulary()::regions,
                "Where it was measured, if it is of one region.");
        Form measure = Form.of(
                "ReportMeasure", CODE, NAME, VALUE, UNIT, TARGET, MINIMUM, LOWER_IS_BETTER, WHY, region, PROVIDER);
        measures = Field.list(Field.form("measures", measure, "The measures of the report."), 200)
                .eg(List.of(Map.of("code", "CPM4", "value", 100)));
        Form said = Form.of(
                "ReportSubmission",
                RECEIVED_AT,
                OCCURRED_AT,
                measures,
                VOLUMES,
                RDP_INCIDENTS,
                INCIDENTS,
                SUMMARY,
                DOCUMENT,
                CLASSIFICATION);
        submission = said;
        anySubmission =
                Form.of("AnyReportSubmission", REPORT, PERIOD).and(said.fields().toArray(Field<?>[]::new));
        explanation = Form.of("MeasureExplanation", MEASURE, EXPLANATION, region, PROVIDER, OCCURRED_AT);
    }

    /** What must hold between fields. */
    void check(Filled in, Faults faults) {
        Instant received = in.get(RECEIVED_AT);
        Instant occurred = in.get(OCCURRED_AT);
        if (received != null && occurred != null && !received.equals(occurred)) {
            faults.add("/occurredAt", "must be the same as receivedAt, or left out");
        }
        List<Filled> all = in.all(measures);
        Set<MeasureKey> keys = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String at = "/measures/" + i;
            Filled one = all.get(i);
            if (one.get(CODE) == null && one.get(NAME) == null) {
                faults.add(at + "/code", "is required, or a name");
            } else if (!keys.add(measure(one).key())) {
                faults.add(at, "stands here twice; tell them apart by region or provider");
            }
            checkFigures(one, at, faults);
        }
    }

    private void checkFigures(Filled one, String at, Faults faults) {
        if (one.or(UNIT, PERCENT).equals(PERCENT)) {
            List.of(VALUE, TARGET, MINIMUM).forEach(field -> {
                BigDecimal figure = one.get(field);
                if (figure != null && figure.compareTo(HUNDRED) > 0) {
                    faults.add(at + "/" + field.name(), "must be from 0 to 100, since its unit is %");
                }
            });
        }
        boolean lower = one.or(LOWER_IS_BETTER, false);
        BigDecimal target = one.get(TARGET);
        BigDecimal minimum = one.get(MINIMUM);
        if (target != null
                && minimum != null
                && (lower ? minimum.compareTo(target) < 0 : minimum.compareTo(target) > 0)) {
            faults.add(at + "/minimum", "must not be " + (lower ? "below" : "above") + " the target");
        }
    }

    static @Nullable Instant receivedAt(Filled in) {
        Instant received = in.get(RECEIVED_AT);
        return received == null ? in.get(OCCURRED_AT) : received;
    }

    Submission submission(Filled in) {
        return new Submission(
                in.all(measures).stream().map(this::measure).toList(),
                in.get(VOLUMES),
                in.get(RDP_INCIDENTS),
                in.all(INCIDENTS),
                in.get(SUMMARY),
                in.get(DOCUMENT),
                in.or(CLASSIFICATION, Classification.GREEN));
    }

    /** What a submission leaves out of the measures that the Code knows is as in the reference data. */
    private Measure measure(Filled in) {
        String said = in.get(CODE);
        Optional<PerformanceMeasure> code =
                known.stream().filter(one -> one.code().equalsIgnoreCase(said)).findFirst();
        String shownCode = code.map(PerformanceMeasure::code).orElse(said);
        String name = in.get(NAME);
        BigDecimal target = in.get(TARGET);
        BigDecimal minimum = in.get(MINIMUM);
        String unit = in.or(UNIT, PERCENT);
        boolean defaults = target == null && minimum == null && unit.equals(PERCENT);
        return new Measure(
                shownCode,
                name == null ? code.map(PerformanceMeasure::name).orElse(String.valueOf(said)) : name,
                in.get(VALUE),
                unit,
                defaults ? code.map(one -> BigDecimal.valueOf(one.target())).orElse(null) : target,
                defaults ? code.map(one -> BigDecimal.valueOf(one.minimum())).orElse(null) : minimum,
                in.or(LOWER_IS_BETTER, false),
                in.get(WHY),
                in.get(region),
                in.get(PROVIDER));
    }

    MeasureKey explained(Filled in) {
        return new MeasureKey(in.need(MEASURE), in.get(region), in.get(PROVIDER));
    }

    Map<String, Form> bodies() {
        return Map.of("submitReport", submission, "submitAnyReport", anySubmission, "explainMeasure", explanation);
    }

    private static Field<Long> volume(String name, String description) {
        return Field.decimal(name, BigDecimal.ZERO, new BigDecimal("999999999999"), 0, description)
                .map(BigDecimal::longValueExact);
    }

    private static Field<Integer> count(String name, String description) {
        return Field.integer(name, 0, 1_000_000, description);
    }
}
