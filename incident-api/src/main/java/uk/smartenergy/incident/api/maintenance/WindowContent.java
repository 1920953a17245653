package uk.smartenergy.incident.api.maintenance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Required;

/**
 * What is said of a window, beside its time.
 *
 * @param provider who undertakes it: the DCC or one of its service providers
 * @param services affected; proper names
 * @param regions affected; proper names
 * @param impact what users will notice
 * @param changeReference {@code CRQ} and 12 digits
 */
public record WindowContent(
        String provider,
        String activity,
        @Nullable String description,
        List<String> services,
        List<String> regions,
        Risk risk,
        @Nullable String riskDescription,
        @Nullable String impact,
        @Nullable String changeReference,
        Classification classification) {
    public WindowContent {
        Required.text(provider, "provider");
        Required.text(activity, "activity");
        services = List.copyOf(services);
        regions = List.copyOf(regions);
    }
}
