package uk.smartenergy.incident.api.regulatory;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Required;

/**
 * What a report said when it was received. What it did not say, or what cannot be read in the copy that was received, is {@code null}.
 *
 * @param incidents references of Incidents that the report names, ours or others'
 * @param summary what else it says
 * @param documentReference where the report itself can be found
 */
public record Submission(
        List<Measure> measures,
        @Nullable Volumes volumes,
        @Nullable RdpCounts rdpIncidents,
        List<String> incidents,
        @Nullable String summary,
        @Nullable String documentReference,
        Classification classification) {
    public Submission {
        measures = List.copyOf(measures);
        incidents = List.copyOf(incidents);
    }

    /**
     * A measured figure.
     *
     * @param code for example {@code CPM4}
     * @param unit {@code %} or another
     * @param target what is aimed at
     * @param minimum what it must not be worse than
     * @param lowerIsBetter whether a value above the Target is worse, not one below
     * @param explanation why it is worse than its Target
     * @param region where it was measured, if it is of one region
     * @param provider whose it is, if it is of one provider
     */
    public record Measure(
            @Nullable String code,
            String name,
            @Nullable BigDecimal value,
            String unit,
            @Nullable BigDecimal target,
            @Nullable BigDecimal minimum,
            boolean lowerIsBetter,
            @Nullable String explanation,
            @Nullable String region,
            @Nullable String provider) {
        public Measure {
            Required.text(name, "name");
            Required.text(unit, "unit");
        }

        public MeasureKey key() {
            return new MeasureKey(code == null ? name : code, region, provider);
        }

        /** The same with another explanation. */
        public Measure explained(@Nullable String why) {
            return new Measure(code, name, value, unit, target, minimum, lowerIsBetter, why, region, provider);
        }
    }

    /** What tells a measure from the others of its report. @param measure its code, or its name if it has none */
    public record MeasureKey(
            String measure,
            @Nullable String region,
            @Nullable String provider) {
        /** Whether whoever says as much as this may mean that measure. */
        public boolean mayMean(Measure other) {
            return (measure.equalsIgnoreCase(other.name()) || measure.equalsIgnoreCase(String.valueOf(other.code())))
                    && (region == null || region.equals(other.region()))
                    && (provider == null || provider.equals(other.provider()));
        }

        @Override
        public String toString() {
            return measure + (region == null ? "" : ", " + region) + (provider == null ? "" : ", " + provider);
        }
    }

    /** How many requests were forecast, and how many were sent. */
    public record Volumes(
            @Nullable Long forecast,
            @Nullable Long actual,
            @Nullable String explanation) {}

    /** The figures of an RDP Incident Report (SEC Appendix AG 2.5.10). */
    public record RdpCounts(
            @Nullable Integer openedAndResolved,
            @Nullable Integer openUnresolved,
            @Nullable Integer sinceResolved,
            @Nullable Integer remaining,
            @Nullable Integer remainingOverOneMonth) {}

    /** The measures that somebody may mean. */
    public List<Measure> meantBy(MeasureKey key) {
        return measures.stream().filter(key::mayMean).toList();
    }
}
