package uk.smartenergy.incident.incident.write;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.ImpactChange;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** What the tests of this room talk about. Times are minutes after the raising. */
final class Samples {
    static final IncidentId ID = new IncidentId("INC000000294975");
    static final Instant T0 = Instant.parse("2018-08-01T09:00:00Z");
    static final ReferenceData REFERENCE = ReferenceData.shipped();
    static final IncidentRules RULES = new IncidentRules(REFERENCE, REFERENCE::policies);
    static final Raiser RAISER = new Raiser("Larkfield Energy", "A. Contact", "a@larkfield.example", "LE-17");
    static final Impact MODERATE = impact(ImpactLevel.MODERATE);
    static final List<String> PROCESSES = List.of("Install & Commission");

    private Samples() {}

    static Instant at(int minutes) {
        return T0.plusSeconds(60L * minutes);
    }

    static Impact impact(ImpactLevel level) {
        return new Impact(level, 0, false, false, DataLoss.NONE, FinancialImpact.NONE, "Installs fail");
    }

    static RaiseIncident raise() {
        return raise(MODERATE, null, IncidentType.SERVICE);
    }

    static RaiseIncident raise(@Nullable Impact impact, @Nullable Category elsewhere, IncidentType type) {
        return new RaiseIncident(
                ID,
                T0,
                "Intermittent issues impacting GSME and ESME installations",
                "Since the morning",
                type,
                RAISER,
                List.of("WAN"),
                PROCESSES,
                "North",
                null,
                impact,
                elsewhere,
                Category.CATEGORY_2,
                "Restarted hub",
                List.of(),
                null,
                Classification.GREEN);
    }

    static IncidentRaised raised() {
        return raised(MODERATE, IncidentType.SERVICE, Classification.GREEN);
    }

    static IncidentRaised raised(@Nullable Impact impact, IncidentType type, Classification classification) {
        return new IncidentRaised(
                ID,
                T0,
                "Intermittent issues impacting GSME and ESME installations",
                "Since the morning",
                type,
                RAISER,
                List.of("WAN"),
                PROCESSES,
                "North",
                null,
                impact,
                Category.CATEGORY_2,
                "Restarted hub",
                List.of(),
                null,
                classification);
    }

    static ImpactChange level(@Nullable ImpactLevel level) {
        return new ImpactChange(level, null, null, null, null, null, null);
    }

    static CommunicationContent content() {
        return new CommunicationContent(
                "Engineers are on site", "Installs", "Suppliers in the North", T0, "Retry after an hour", at(60), null);
    }

    /** The life after these, recorded in this order. */
    static IncidentLife life(IncidentEvent... events) {
        IncidentLife life = null;
        long sequence = 0;
        for (IncidentEvent event : events) {
            life = IncidentLife.evolve(life, event, sequence++);
        }
        if (life == null) {
            throw new IllegalArgumentException("A life begins with its raising");
        }
        return life;
    }
}
