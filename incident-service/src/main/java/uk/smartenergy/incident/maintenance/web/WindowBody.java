package uk.smartenergy.incident.maintenance.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowIncidents;
import uk.smartenergy.incident.api.maintenance.WindowIncident;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/**
 * A window in full.
 *
 * @param window in JSON its members stand beside the others
 * @param incidents that are linked with it
 * @param incidentSuggestions how many Incidents are suggested
 * @param note that the limits are defaults
 */
record WindowBody(
        @JsonUnwrapped WindowView window, List<WindowIncident> incidents, int incidentSuggestions, String note) {
    static WindowBody of(WindowIncidents all) {
        return new WindowBody(all.window(), all.linked(), all.suggested().size(), ReferenceData.NOTE);
    }
}
