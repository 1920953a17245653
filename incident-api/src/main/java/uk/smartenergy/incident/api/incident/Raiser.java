package uk.smartenergy.incident.api.incident;

import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Required;

/**
 * Who raised an Incident.
 *
 * @param party the organisation
 * @param contactName absent only on imported Incidents, as are the details
 * @param reference the raiser's own reference
 */
public record Raiser(
        String party,
        @Nullable String contactName,
        @Nullable String contactDetails,
        @Nullable String reference) {
    public Raiser {
        Required.text(party, "party");
    }
}
