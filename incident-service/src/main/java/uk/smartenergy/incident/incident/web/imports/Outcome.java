package uk.smartenergy.incident.incident.web.imports;

import uk.smartenergy.incident.api.incident.IncidentId;

/** What became of one line. */
sealed interface Outcome {

    /** @param changed whether it changed anything */
    record Taken(IncidentId incidentId, boolean changed) implements Outcome {}

    record NotTaken(String code, String detail) implements Outcome {}

    static NotTaken refused(ImportCode code, String detail) {
        return new NotTaken(code.name(), detail);
    }
}
