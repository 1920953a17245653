package uk.smartenergy.incident.api.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of the paper, in their order; to each of them a writer may add a text. */
public enum PaperSection {
    PURPOSE("purpose", "1. Purpose", 1),
    OPERATIONS_GROUP("operations-group", "2. Operations Group", 1),
    DCC_REPORTING("dcc-reporting", "2.1 DCC reporting", 2),
    HIGHLIGHTS("highlights", "2.2 Ops Group Meeting Highlights", 2),
    PLANNED_MAINTENANCE("planned-maintenance", "Planned Maintenance", 3),
    INCIDENT_CATEGORISATION("incident-categorisation", "Incident Categorisation", 3),
    MAJOR_INCIDENT("major-incident", "Major Incident", 3),
    /** One for each region that has open Problems, or one that says that there are none. */
    PROBLEMS("problems", "Problems", 3),
    RECOMMENDATIONS("recommendations", "5. Recommendations", 1);

    private final String key;
    private final String heading;
    private final int level;

    PaperSection(String key, String heading, int level) {
        this.key = key;
        this.heading = heading;
        this.level = level;
    }

    /** Its name in addresses and answers. */
    @JsonValue
    public String key() {
        return key;
    }

    public String heading() {
        return heading;
    }

    /** 1 to 3, from the outermost. */
    public int level() {
        return level;
    }

    public static Optional<PaperSection> find(String key) {
        return Stream.of(values()).filter(section -> section.key.equals(key)).findFirst();
    }

    @JsonCreator
    static PaperSection of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("No section " + key));
    }
}
