package uk.smartenergy.incident.api.paper;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** What can be asked about papers. */
public sealed interface PaperQuery<R> extends Query<R> {

    /** The name under which papers are compared with reports. */
    String REPORT = "ops-group-paper";

    /**
     * @param classification what the paper may tell of; RED has nothing that is RED unless the viewer is cleared. {@code null}: all that the viewer
     *     may see short of RED; the paper is AMBER then if it names anything AMBER, else WHITE
     */
    record GetPaper(
            Viewer viewer,
            Moment moment,
            YearMonth month,
            @Nullable Classification classification) implements PaperQuery<PaperView> {}

    /** As it was issued; empty if there is no such issue for this viewer. */
    record GetIssuedPaper(Viewer viewer, Instant now, YearMonth month, int number)
            implements PaperQuery<Optional<PaperView>> {}

    /** In their order, those that the viewer may see. */
    record FindIssues(Viewer viewer, Moment moment, YearMonth month) implements PaperQuery<List<PaperIssueView>> {}

    record GetPaperTexts(Viewer viewer, Moment moment, YearMonth month) implements PaperQuery<PaperTexts> {}

    /**
     * @param asOf {@code null}: the last issue's, or now
     * @param knownAtA {@code null}: that of the last issue; empty if nothing was issued
     */
    record GetPaperDifferences(
            Viewer viewer,
            Instant now,
            YearMonth month,
            @Nullable Instant asOf,
            @Nullable Instant knownAtA,
            Instant knownAtB)
            implements PaperQuery<Optional<PaperDifferences>> {}

    /** For gauges: how many papers were issued, over all months; RED counts nowhere. */
    record CountIssues(Viewer viewer, Moment moment) implements PaperQuery<Long> {}
}
