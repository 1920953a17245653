package uk.smartenergy.incident.incident.read.ageing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.smartenergy.incident.api.incident.AgeingReport.Point;
import uk.smartenergy.incident.incident.read.record.Age;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.Span;

/** Counts over many points at once: each Incident's open spans are found once and laid over the points. */
final class TrendCount {
    private final Instant since;
    private final Instant[] points;
    /** What changes at each point, to be summed up; one more than there are points. */
    private final long[] open;

    private final long[] over;
    /** What moved since the point before. */
    private final long[] raised;

    private final long[] reopened;
    private final long[] resolved;

    /** @param points rising */
    TrendCount(Instant since, List<Instant> points) {
        this.since = since;
        this.points = points.toArray(Instant[]::new);
        this.open = new long[points.size() + 1];
        this.over = new long[points.size() + 1];
        this.raised = new long[points.size() + 1];
        this.reopened = new long[points.size() + 1];
        this.resolved = new long[points.size() + 1];
    }

    void add(IncidentFold fold) {
        int monthOver = firstAfter(Age.endOf(fold.raisedAt(), Age.ONE_MONTH));
        boolean first = true;
        for (Span span : fold.openSpans()) {
            Instant to = span.to();
            int begin = firstNotBefore(span.from());
            int end = to == null ? points.length : firstNotBefore(to);
            open[begin]++;
            open[end]--;
            int overBegin = Math.max(begin, monthOver);
            if (overBegin < end) {
                over[overBegin]++;
                over[end]--;
            }
            move(first ? raised : reopened, begin, span.from());
            if (to != null) {
                move(resolved, end, to);
            }
            first = false;
        }
    }

    /** @param selected whether it counts at each point */
    void add(IncidentFold fold, boolean[] selected) {
        int monthOver = firstAfter(Age.endOf(fold.raisedAt(), Age.ONE_MONTH));
        boolean first = true;
        for (Span span : fold.openSpans()) {
            Instant to = span.to();
            int begin = firstNotBefore(span.from());
            int end = to == null ? points.length : firstNotBefore(to);
            for (int i = begin; i < end; i++) {
                if (selected[i]) {
                    open[i]++;
                    open[i + 1]--;
                    if (i >= monthOver) {
                        over[i]++;
                        over[i + 1]--;
                    }
                }
            }
            if (begin < points.length && selected[begin]) {
                move(first ? raised : reopened, begin, span.from());
            }
            if (to != null && end < points.length && selected[end]) {
                move(resolved, end, to);
            }
            first = false;
        }
    }

    private void move(long[] movements, int point, Instant at) {
        if (at.isAfter(since)) {
            movements[point]++;
        }
    }

    List<Point> points() {
        List<Point> result = new ArrayList<>(points.length);
        long openNow = 0;
        long overNow = 0;
        for (int i = 0; i < points.length; i++) {
            openNow += open[i];
            overNow += over[i];
            result.add(new Point(points[i], openNow, overNow, raised[i], reopened[i], resolved[i]));
        }
        return result;
    }

    /** The first point at or after that instant; one beyond the last if there is none. */
    private int firstNotBefore(Instant at) {
        int low = 0;
        int high = points.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points[middle].isBefore(at)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstAfter(Instant at) {
        return firstNotBefore(at.plusNanos(1));
    }
}
