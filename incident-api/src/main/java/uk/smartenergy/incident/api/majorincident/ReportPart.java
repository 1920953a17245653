package uk.smartenergy.incident.api.majorincident;

import java.util.Optional;
import java.util.stream.Stream;

/** A part of a Major Incident report. Declared in the order in which they are read. */
public enum ReportPart {
    NATURE("nature", "Nature of the Incident", true),
    CAUSE("cause", "Cause", true),
    IMPACT("impact", "Impact", true),
    LIKELY_FUTURE_IMPACT("likelyFutureImpact", "Likely future impact", true),
    SERVICES_AFFECTED("servicesAffected", "Services affected", true),
    PERIOD_AFFECTED("periodAffected", "Period affected", true),
    DATA_LOST("dataLost", "Data lost", true),
    ACTIONS("actions", "Actions taken", true),
    RESPONSE("response", "Response", false),
    EFFECTIVENESS("effectiveness", "Effectiveness of the response", false),
    FAILURES("failures", "Failures by the DCC or Users", false),
    PREVENTION("prevention", "Preventing a recurrence", false),
    PROPOSED_MODIFICATIONS("proposedModifications", "Proposed modifications", false);

    private final String apiName;
    private final String title;
    private final boolean ofSummary;

    ReportPart(String apiName, String title, boolean ofSummary) {
        this.apiName = apiName;
        this.title = title;
        this.ofSummary = ofSummary;
    }

    /** Its name in requests, answers and events. */
    public String apiName() {
        return apiName;
    }

    /** Its heading. */
    public String title() {
        return title;
    }

    boolean isOfSummary() {
        return ofSummary;
    }

    public static Optional<ReportPart> find(String apiName) {
        return Stream.of(values()).filter(part -> part.apiName.equals(apiName)).findFirst();
    }
}
