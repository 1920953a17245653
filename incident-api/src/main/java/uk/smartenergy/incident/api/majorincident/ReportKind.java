package uk.smartenergy.incident.api.majorincident;

import java.util.List;
import java.util.stream.Stream;

/** The two reports that are owed after a Major Incident. */
public enum ReportKind {
    SUMMARY("Summary Report"),
    REVIEW("Review Report");

    private final String title;

    ReportKind(String title) {
        this.title = title;
    }

    /** For a person, such as {@code Summary Report}. */
    public String title() {
        return title;
    }

    /** The parts that it has, in their order: a Review Report has the summary's too. */
    public List<ReportPart> parts() {
        return Stream.of(ReportPart.values())
                .filter(part -> this == REVIEW || part.isOfSummary())
                .toList();
    }
}
