package uk.smartenergy.incident.incident.read.record;

import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;

/** Judges Incidents as if one policy had always been the only one, whether or not it is on record; all other reference data is the same. */
@FunctionalInterface
public interface PolicyViews {
    IncidentViews under(CategorisationPolicy policy);
}
