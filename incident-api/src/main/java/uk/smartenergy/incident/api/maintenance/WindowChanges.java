package uk.smartenergy.incident.api.maintenance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/** What is to be said of a window from now on; {@code null}: as it is. */
public record WindowChanges(
        @Nullable String activity,
        @Nullable String description,
        @Nullable List<String> services,
        @Nullable List<String> regions,
        @Nullable Risk risk,
        @Nullable String riskDescription,
        @Nullable String impact,
        @Nullable String changeReference,
        @Nullable Classification classification) {

    /** The content with these changes made to it. */
    public WindowContent madeTo(WindowContent content) {
        return new WindowContent(
                content.provider(),
                activity == null ? content.activity() : activity,
                description == null ? content.description() : description,
                services == null ? content.services() : services,
                regions == null ? content.regions() : regions,
                risk == null ? content.risk() : risk,
                riskDescription == null ? content.riskDescription() : riskDescription,
                impact == null ? content.impact() : impact,
                changeReference == null ? content.changeReference() : changeReference,
                classification == null ? content.classification() : classification);
    }
}
