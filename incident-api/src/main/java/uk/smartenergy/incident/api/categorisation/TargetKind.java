package uk.smartenergy.incident.api.categorisation;

/** The two things that a category promises to do in time. */
public enum TargetKind {
    INITIAL_RESPONSE("initialResponse"),
    RESOLUTION("resolution");

    private final String apiName;

    TargetKind(String apiName) {
        this.apiName = apiName;
    }

    /** Its name in the API and in a policy's file. */
    public String apiName() {
        return apiName;
    }

    public TargetTime of(Targets targets) {
        return this == INITIAL_RESPONSE ? targets.initialResponse() : targets.resolution();
    }
}
