package uk.smartenergy.incident.api.incident;

import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;

/** New facts about an impact; what is {@code null} stands as it was. */
public record ImpactChange(
        @Nullable ImpactLevel level,
        @Nullable Integer partiesPrevented,
        @Nullable Boolean reducedCapacity,
        @Nullable Boolean workaroundAvailable,
        @Nullable DataLoss dataLoss,
        @Nullable FinancialImpact financialImpact,
        @Nullable String businessImpact) {

    /** The standing facts with these instead; {@code null} if there are no standing ones and no level is given. */
    public @Nullable Impact appliedTo(@Nullable Impact standing) {
        ImpactLevel newLevel = or(level, standing == null ? null : standing.level());
        if (newLevel == null) {
            return null;
        }
        Impact base = standing != null
                ? standing
                : new Impact(newLevel, 0, false, false, DataLoss.NONE, FinancialImpact.NONE, null);
        return new Impact(
                newLevel,
                partiesPrevented != null ? partiesPrevented : base.partiesPrevented(),
                reducedCapacity != null ? reducedCapacity : base.reducedCapacity(),
                workaroundAvailable != null ? workaroundAvailable : base.workaroundAvailable(),
                dataLoss != null ? dataLoss : base.dataLoss(),
                financialImpact != null ? financialImpact : base.financialImpact(),
                or(businessImpact, base.businessImpact()));
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }
}
