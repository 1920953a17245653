package uk.smartenergy.incident.regulatory.read.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Defect;
import uk.smartenergy.incident.api.regulatory.RegisterRow.DefectCode;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Figures;
import uk.smartenergy.incident.api.regulatory.RegisterRow.MeasureFigure;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Standing;
import uk.smartenergy.incident.api.regulatory.RegisterRow.VolumeFigures;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.Volumes;
import uk.smartenergy.incident.regulatory.read.register.PeriodFold.Explanation;

/** What the figures of a submission come to, and what is wrong with them as they stand. */
final class FigureRules {
    private static final Volumes NO_VOLUMES = new Volumes(null, null, null);

    private FigureRules() {}

    static Figures figures(ReportDefinition report, Submission submission, PeriodFold fold) {
        return new Figures(
                submission.measures().stream()
                        .map(measure -> figure(measure, fold.explanationOf(measure)))
                        .toList(),
                volumes(report, submission),
                submission.rdpIncidents(),
                submission.incidents(),
                submission.summary(),
                submission.documentReference());
    }

    private static MeasureFigure figure(Measure measure, @Nullable Explanation explanation) {
        return new MeasureFigure(
                measure.code(),
                measure.name(),
                measure.value(),
                measure.unit(),
                shown(measure.value(), measure.unit()),
                measure.target(),
                measure.minimum(),
                measure.lowerIsBetter(),
                standing(measure),
                explanation == null ? null : explanation.text(),
                explanation == null ? null : explanation.at(),
                measure.region(),
                measure.provider());
    }

    static Standing standing(Measure measure) {
        BigDecimal value = measure.value();
        if (value == null) {
            return Standing.NO_FIGURE;
        }
        if (isWorse(measure, value, measure.minimum())) {
            return Standing.BELOW_MINIMUM;
        }
        if (isWorse(measure, value, measure.target())) {
            return Standing.BELOW_TARGET;
        }
        return measure.target() == null ? Standing.NO_TARGET : Standing.AT_OR_ABOVE_TARGET;
    }

    private static boolean isWorse(Measure measure, BigDecimal value, @Nullable BigDecimal than) {
        return than != null && (measure.lowerIsBetter() ? value.compareTo(than) > 0 : value.compareTo(than) < 0);
    }

    private static @Nullable VolumeFigures volumes(ReportDefinition report, Submission submission) {
        Volumes volumes = submission.volumes();
        if (volumes == null && !report.figures().contains(ReportDefinition.Figures.VOLUMES)) {
            return null;
        }
        Volumes said = volumes == null ? NO_VOLUMES : volumes;
        return new VolumeFigures(
                said.forecast(),
                shown(said.forecast()),
                said.actual(),
                shown(said.actual()),
                percent(said),
                said.explanation());
    }

    private static @Nullable BigDecimal percent(Volumes volumes) {
        Long forecast = volumes.forecast();
        Long actual = volumes.actual();
        return forecast == null || actual == null || forecast == 0
                ? null
                : BigDecimal.valueOf(actual)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(forecast), 2, RoundingMode.HALF_UP);
    }

    static String shown(@Nullable Long number) {
        return number == null ? RegisterRow.NO_FIGURE : String.format(Locale.UK, "%,d", number);
    }

    static String shown(@Nullable BigDecimal value, String unit) {
        if (value == null) {
            return RegisterRow.NO_FIGURE;
        }
        String number = String.format(Locale.UK, "%,." + Math.max(0, value.scale()) + "f", value);
        return unit.equals("%") ? number + "%" : number + " " + unit;
    }

    /** What is wrong with a submission by itself. */
    static List<Defect> defects(Figures figures) {
        List<Defect> defects = new ArrayList<>();
        figures.measures().forEach(measure -> {
            switch (measure.standing()) {
                case BELOW_TARGET, BELOW_MINIMUM -> {
                    if (measure.explanation() == null) {
                        defects.add(unexplained(measure));
                    }
                }
                case NO_FIGURE -> defects.add(missing(nameOf(measure)));
                case AT_OR_ABOVE_TARGET, NO_TARGET -> {}
            }
        });
        VolumeFigures volumes = figures.volumes();
        if (volumes != null && volumes.forecast() == null) {
            defects.add(missing("Forecast"));
        }
        if (volumes != null && volumes.actual() == null) {
            defects.add(missing("Requests sent"));
        }
        return defects;
    }

    private static Defect missing(String figure) {
        return new Defect(
                DefectCode.FIGURE_MISSING, figure, figure + ": " + RegisterRow.NO_FIGURE + ".", null, null, false);
    }

    private static Defect unexplained(MeasureFigure measure) {
        boolean belowMinimum = measure.standing() == Standing.BELOW_MINIMUM;
        String worse = measure.lowerIsBetter() ? "above" : "below";
        BigDecimal target = measure.target();
        String than = target == null
                ? "%s its Minimum of %s".formatted(worse, shown(measure.minimum(), measure.unit()))
                : "%s its Target of %s%s"
                        .formatted(
                                worse,
                                shown(target, measure.unit()),
                                belowMinimum ? " and its Minimum of " + shown(measure.minimum(), measure.unit()) : "");
        return new Defect(
                DefectCode.BELOW_TARGET_UNEXPLAINED,
                nameOf(measure),
                "%s: %s is %s, and no explanation was given.".formatted(nameOf(measure), measure.shown(), than),
                measure.value(),
                target == null ? measure.minimum() : target,
                belowMinimum);
    }

    private static String nameOf(MeasureFigure measure) {
        String code = measure.code();
        return new Submission.MeasureKey(
                        code == null || code.equals(measure.name()) ? measure.name() : code + " " + measure.name(),
                        measure.region(),
                        measure.provider())
                .toString();
    }
}
