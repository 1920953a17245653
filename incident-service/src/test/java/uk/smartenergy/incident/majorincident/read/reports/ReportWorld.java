package uk.smartenergy.incident.majorincident.read.reports;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.FindMajorIncidentReports;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.GetMajorIncidentReport;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportFilter;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.MajorIncidentReportRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** Incidents, and the reports on them, as they are recorded. */
final class ReportWorld {
    static final Instant NOW = Instant.parse("2018-10-05T12:00:00Z");
    static final IncidentId ID = IncidentId.of(1);
    static final Viewer OPS = new Viewer("ops", Set.of(Role.OPS_GROUP), null, false);
    static final Viewer CLEARED = new Viewer("ops", Set.of(Role.OPS_GROUP), null, true);
    static final Viewer RAISER = new Viewer("raiser", Set.of(Role.INCIDENT_PARTY), "Alpha Energy", false);
    static final Viewer PARTY = new Viewer("party", Set.of(Role.INCIDENT_PARTY), "Beta Energy", false);

    final World incidents = new World();
    final Histories<MajorIncidentReportEvent> histories = new Histories<>("reports", MajorIncidentReportEvent.class);
    /** Since when which calendar is known. */
    final Map<Instant, WorkingDays> corrections = new LinkedHashMap<>();

    final ReportRecords records = new ReportRecords(histories, obligations(), elsewhere());
    private final Map<String, Long> sequences = new HashMap<>();
    private long position;

    private Obligations obligations() {
        return new Obligations(
                elsewhere(), this::calendar, ReferenceData.shipped().rules(MajorIncidentReportRules.class));
    }

    private WorkingDays calendar(@Nullable Instant knownAt) {
        return corrections.entrySet().stream()
                .filter(known -> knownAt == null || !known.getKey().isAfter(knownAt))
                .map(Map.Entry::getValue)
                .reduce((earlier, later) -> later)
                .orElse(ReferenceData.shipped().workingDays());
    }

    private Elsewhere elsewhere() {
        return new Elsewhere() {
            @Override
            public <R> R ask(Query<R> query) {
                return incidents.ask((IncidentQuery<R>) query);
            }
        };
    }

    /** A Category 1 Incident that Alpha Energy raised on 1 August. */
    static Life major() {
        return raised(Category.CATEGORY_1, Classification.GREEN);
    }

    static Life raised(Category category, Classification classification) {
        Instant at = Instant.parse("2018-08-01T08:00:00Z");
        return Life.raised(1, at, at, IncidentType.SERVICE, classification, category, List.of("WAN"), "North", "EXT-1");
    }

    void record(Instant recordedAt, MajorIncidentReportEvent... events) {
        for (MajorIncidentReportEvent event : events) {
            long sequence = sequences.merge(event.record(), 0L, (old, zero) -> old + 1);
            histories.apply(RecordedEvent.of(new GenericTrackedDomainEventMessage<>(
                    new GlobalSequenceTrackingToken(++position),
                    new GenericDomainEventMessage<>(
                            "MajorIncidentReports",
                            event.record(),
                            sequence,
                            event,
                            MetaData.with(MetaKeys.ACTOR, "ada"),
                            event.record() + "#" + sequence,
                            recordedAt))));
        }
        histories.publish();
    }

    void record(MajorIncidentReportEvent... events) {
        for (MajorIncidentReportEvent event : events) {
            record(event.occurredAt(), event);
        }
    }

    static ReportVersionWritten written(
            ReportKind kind, int version, Instant at, String words, Redaction... redactions) {
        Map<String, String> parts = new LinkedHashMap<>();
        kind.parts().forEach(part -> parts.put(part.apiName(), part.title() + ": " + words));
        return new ReportVersionWritten(
                ID, kind, at, version, parts, List.of(redactions), "note on " + words, Classification.AMBER);
    }

    /** From the first version to the publication of both, a day each from then. */
    void published(Instant from, String words, Redaction... redactions) {
        for (ReportKind kind : ReportKind.values()) {
            record(
                    written(kind, 1, from, words, kind == ReportKind.SUMMARY ? redactions : new Redaction[0]),
                    new ReportSubmitted(ID, kind, from.plusSeconds(86_400), 1),
                    new FeedbackGiven(
                            ID, kind, from.plusSeconds(90_000), 1, 1, "Operations Group", "cause", words, words),
                    new ReportAgreed(ID, kind, from.plusSeconds(172_800), 1, "Operations Group", words));
        }
        record(new ReportsPublished(ID, from.plusSeconds(259_200), 1, 1, Classification.WHITE));
    }

    static Moment moment(@Nullable String asOf, @Nullable String knownAt) {
        return new Moment(
                asOf == null ? null : Instant.parse(asOf), knownAt == null ? null : Instant.parse(knownAt), NOW);
    }

    Optional<MajorIncidentReportDetail> get(Viewer viewer, Moment moment, ReportKind kind, boolean redacted) {
        return records.on(new GetMajorIncidentReport(viewer, moment, ID, kind, redacted));
    }

    List<MajorIncidentReportView> find(Viewer viewer, Moment moment) {
        return records.on(new FindMajorIncidentReports(viewer, moment, ReportFilter.all()));
    }

    MajorIncidentReportView summary(Moment moment) {
        return get(OPS, moment, ReportKind.SUMMARY, false).orElseThrow().overview();
    }
}
