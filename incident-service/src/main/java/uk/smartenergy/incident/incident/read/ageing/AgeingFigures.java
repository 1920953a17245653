package uk.smartenergy.incident.incident.read.ageing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.smartenergy.incident.api.incident.AgeingReport.AgeBand;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.record.Age;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.ReportFigures;

/** The ageing report as of the end of a month. */
public final class AgeingFigures implements ReportFigures {
    private final IncidentRecords records;

    public AgeingFigures(IncidentRecords records) {
        this.records = records;
    }

    @Override
    public String report() {
        return "ageing";
    }

    /** The last instant of the month; now, while it lasts. */
    @Override
    public Instant asOf(YearMonth period, Instant now) {
        Instant end = period.plusMonths(1)
                .atDay(1)
                .atStartOfDay(Age.LONDON)
                .toInstant()
                .minusNanos(1);
        return now.isBefore(end) ? now : end;
    }

    @Override
    public List<Figure> of(Viewer viewer, Moment moment, YearMonth period) {
        Set<IncidentId> open = new HashSet<>();
        Set<IncidentId> overOneMonth = new HashSet<>();
        Map<AgeBand, Set<IncidentId>> bands = new EnumMap<>(AgeBand.class);
        for (AgeBand band : AgeBand.values()) {
            bands.put(band, new HashSet<>());
        }
        records.forEach(viewer, moment, fold -> {
            if (fold.isOpen()) {
                open.add(fold.id());
                bands.getOrDefault(AgeCount.bandOf(fold.raisedAt(), moment.asOfOrNow()), open)
                        .add(fold.id());
                if (Age.isOver(fold.raisedAt(), Age.ONE_MONTH, moment.asOfOrNow())) {
                    overOneMonth.add(fold.id());
                }
            }
        });
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.count("open", open));
        figures.add(Figure.count("openOverOneMonth", overOneMonth));
        bands.forEach((band, incidents) -> figures.add(Figure.count("bands." + band, incidents)));
        return figures;
    }
}
