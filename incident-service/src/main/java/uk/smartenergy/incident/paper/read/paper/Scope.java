package uk.smartenergy.incident.paper.read.paper;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Elsewhere;

/**
 * For whom a paper is made, of when, and how much it may tell.
 *
 * @param viewer cleared only if the paper is RED, so that nothing that is RED is even counted in any other
 * @param moment with both times fixed, so that every link shows what the paper counted
 * @param amberIsNamed whether something AMBER was named, as it turned out
 */
record Scope(
        Viewer viewer,
        Moment moment,
        YearMonth month,
        Classification classification,
        Elsewhere elsewhere,
        AtomicBoolean amberIsNamed) {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    static Scope of(Viewer viewer, Moment moment, YearMonth month, Classification classification, Elsewhere elsewhere) {
        boolean red = classification == Classification.RED;
        return new Scope(
                red || !viewer.cleared()
                        ? viewer
                        : new Viewer(viewer.name(), viewer.roles(), viewer.party(), false, viewer.id()),
                new Moment(moment.asOfOrNow(), moment.knownAtOrNow(), moment.now()),
                month,
                classification,
                elsewhere,
                new AtomicBoolean());
    }

    <R> R ask(Query<R> query) {
        return elsewhere.ask(query);
    }

    /**
     * Whether the paper may name what has this classification; the rest is only counted. What is GREEN is told in a WHITE paper too: whoever signs
     * in here may see it, and it is the writer who issues the paper to others (ADR 29).
     */
    boolean mayName(Classification of) {
        boolean may = of.compareTo(Classification.GREEN) <= 0 || of.compareTo(classification) <= 0;
        if (may && of == Classification.AMBER) {
            amberIsNamed.set(true);
        }
        return may;
    }

    /** The last month of which every report is due by the end of the paper's month: the one before last. */
    YearMonth reviewed() {
        return month.minusMonths(2);
    }

    Instant asOf() {
        return moment.asOfOrNow();
    }

    Sources sources() {
        return new Sources(moment.asOfOrNow(), moment.knownAtOrNow());
    }
}
