package uk.smartenergy.incident.api.incident;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a good update to Interested Parties has beside its text. */
public enum CommunicationPart {
    AFFECTED("affected"),
    WHO_IS_AFFECTED("whoIsAffected"),
    SINCE("since"),
    WORKAROUND("workaround"),
    NEXT_UPDATE_DUE("nextUpdateDue"),
    EXPECTED_FIX("expectedFix");

    private final String apiName;

    CommunicationPart(String apiName) {
        this.apiName = apiName;
    }

    /** Its name in the API, in stored events, and in the file of the templates. */
    @JsonValue
    public String apiName() {
        return apiName;
    }

    /** Whether whoever wrote the update gave it; what a template fills in does not count. */
    public boolean isGivenIn(CommunicationContent content) {
        return switch (this) {
            case AFFECTED -> content.affected() != null;
            case WHO_IS_AFFECTED -> content.whoIsAffected() != null;
            case SINCE -> content.since() != null;
            case WORKAROUND -> content.workaround() != null;
            case NEXT_UPDATE_DUE -> content.nextUpdateDue() != null;
            case EXPECTED_FIX -> content.expectedFix() != null;
        };
    }
}
