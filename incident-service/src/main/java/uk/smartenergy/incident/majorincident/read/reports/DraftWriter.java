package uk.smartenergy.incident.majorincident.read.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.TargetClocks;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.ReportVersionWritten;
import uk.smartenergy.incident.api.majorincident.ReportDraft;
import uk.smartenergy.incident.api.majorincident.ReportDraft.Sentence;
import uk.smartenergy.incident.api.majorincident.ReportDraft.Source;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * Writes the first draft of a report from the events of its Incident, each sentence with the events that it comes from. It says nothing that is not
 * on record: what only people know, such as a cause, is left to them and named as a gap.
 */
final class DraftWriter {
    private final IncidentDetail incident;
    private final List<TimelineEntry> timeline;
    private final Map<ReportPart, List<Sentence>> parts = new EnumMap<>(ReportPart.class);

    private DraftWriter(IncidentDetail incident, List<TimelineEntry> timeline) {
        this.incident = incident;
        this.timeline = timeline;
    }

    /** @param summary the Summary Report, whose last version a Review Report goes on from */
    static ReportDraft draft(
            ReportKind kind,
            Classification classification,
            IncidentDetail incident,
            List<TimelineEntry> timeline,
            Optional<TargetClocks> clocks,
            ReportFold summary) {
        DraftWriter writer = new DraftWriter(incident, timeline);
        timeline.forEach(writer::tell);
        writer.impact();
        clocks.ifPresent(writer::targets);
        writer.updates();
        Optional<ReportVersionWritten> last = kind == ReportKind.SUMMARY
                ? Optional.empty()
                : summary.versions().stream().reduce((earlier, later) -> later);
        last.ifPresent(writer::takeOver);
        List<ReportDraft.Part> parts = kind.parts().stream()
                .map(part ->
                        new ReportDraft.Part(part.apiName(), part.title(), writer.parts.getOrDefault(part, List.of())))
                .toList();
        return new ReportDraft(
                incident.overview().id(),
                kind,
                classification,
                parts,
                parts.stream()
                        .filter(part -> part.sentences().isEmpty())
                        .map(ReportDraft.Part::part)
                        .toList(),
                last.map(version -> summary.redactions(version.version())).orElse(List.of()));
    }

    private void takeOver(ReportVersionWritten version) {
        version.parts()
                .forEach((name, text) -> ReportPart.find(name)
                        .filter(part -> !text.isBlank())
                        .ifPresent(part -> parts.put(
                                part, new ArrayList<>(List.of(new Sentence(text, List.of(), version.version()))))));
    }

    private void tell(TimelineEntry entry) {
        String at = DraftWords.time(entry.occurredAt());
        switch (entry.data()) {
            case IncidentRaised e -> raised(entry, e, at);
            case IncidentCategorised e -> categorised(entry, e.decision(), at);
            case IncidentAssigned e ->
                say(ReportPart.ACTIONS, entry, "Assigned to %s on %s%s", e.resolver(), at, because(e.reason()));
            case IncidentRespondedTo e -> {
                say(ReportPart.ACTIONS, entry, "First response on %s%s", at, because(e.comment()));
                say(
                        ReportPart.RESPONSE,
                        entry,
                        e.implied()
                                ? "Nobody had responded before it was resolved on %s"
                                : "It was first responded to on %s",
                        at);
            }
            case IncidentPaused e ->
                say(ReportPart.ACTIONS, entry, "From %s on it waited for information%s", at, because(e.reason()));
            case IncidentResumed e -> say(ReportPart.ACTIONS, entry, "Work went on from %s", at);
            case IncidentEscalated e -> {
                say(ReportPart.ACTIONS, entry, "Escalated to %s on %s%s", level(e.level()), at, because(e.reason()));
                say(ReportPart.RESPONSE, entry, "It was escalated to %s on %s", level(e.level()), at);
            }
            case CategoryDisputed e ->
                say(
                        ReportPart.NATURE,
                        entry,
                        "%s disputed Category %d on %s",
                        e.party(),
                        e.standing().number(),
                        at);
            case CategoryRuled e -> {
                say(
                        ReportPart.NATURE,
                        entry,
                        "It was ruled Category %d on %s%s",
                        e.category().number(),
                        at,
                        because(e.reason()));
                if (e.category() != e.ruledOn().category()) {
                    say(
                            ReportPart.FAILURES,
                            entry,
                            "It had been treated as Category %d before it was ruled Category %d on %s",
                            e.ruledOn().category().number(),
                            e.category().number(),
                            at);
                }
            }
            case IncidentCommunicated e -> {
                say(
                        ReportPart.ACTIONS,
                        entry,
                        "Update %d to Interested Parties on %s: %s",
                        e.number(),
                        at,
                        e.content().text());
                if (e.content().workaround() != null) {
                    say(
                            ReportPart.ACTIONS,
                            entry,
                            "Workaround given on %s: %s",
                            at,
                            e.content().workaround());
                }
            }
            case IncidentResolved e -> {
                say(ReportPart.PERIOD_AFFECTED, entry, "It was resolved on %s", at);
                if (e.resolution() != null) {
                    say(ReportPart.ACTIONS, entry, "Resolved on %s: %s", at, e.resolution());
                }
            }
            case IncidentReopened e ->
                say(ReportPart.PERIOD_AFFECTED, entry, "It was re-opened on %s%s", at, because(e.reason()));
            case IncidentClosed e -> say(ReportPart.ACTIONS, entry, "Closed on %s", at);
            case IncidentLinked e -> linked(entry, e);
            case ImpactAssessed e ->
                say(ReportPart.ACTIONS, entry, "The impact was assessed anew on %s%s", at, because(e.reason()));
            case DisputeEvidenceAdded e -> {}
            case DisputeWithdrawn e -> say(ReportPart.NATURE, entry, "Dispute %d was withdrawn on %s", e.dispute(), at);
            case CommunicationRated e -> {}
        }
    }

    private void raised(TimelineEntry entry, IncidentRaised e, String at) {
        say(
                ReportPart.NATURE,
                entry,
                "%s was raised by %s on %s: %s",
                e.incidentId(),
                e.raisedBy().party(),
                at,
                e.summary());
        sayIfAny(ReportPart.NATURE, entry, "%s", e.description());
        sayIfAny(ReportPart.ACTIONS, entry, "Triage by the raiser: %s", e.triage());
        sayIfAny(ReportPart.SERVICES_AFFECTED, entry, "Services: %s", joined(e.services()));
        sayIfAny(ReportPart.SERVICES_AFFECTED, entry, "Business processes: %s", joined(e.businessProcesses()));
        sayIfAny(ReportPart.SERVICES_AFFECTED, entry, "Region: %s", e.region());
        say(ReportPart.PERIOD_AFFECTED, entry, "It began on %s", at);
    }

    private void categorised(TimelineEntry entry, CategoryDecision decision, String at) {
        if (decision.basis() == CategoryDecision.Basis.RULED) {
            return;
        }
        String limbs = decision.limbs().stream()
                .filter(CategoryDecision.LimbFinding::met)
                .filter(limb -> limb.category() == decision.category())
                .map(CategoryDecision.LimbFinding::text)
                .collect(Collectors.joining("; "));
        say(
                ReportPart.NATURE,
                entry,
                "It was categorised %d on %s%s",
                decision.category().number(),
                at,
                because(limbs.isEmpty() ? decision.reason() : limbs));
    }

    private void linked(TimelineEntry entry, IncidentLinked e) {
        switch (e.type()) {
            case PROBLEM -> {
                say(ReportPart.CAUSE, entry, "The cause is looked for in Problem %s", e.target());
                say(ReportPart.PREVENTION, entry, "Problem %s is to prevent a recurrence", e.target());
            }
            case RECURRENCE_OF -> {
                say(ReportPart.NATURE, entry, "It is a recurrence of %s", e.target());
                say(ReportPart.LIKELY_FUTURE_IMPACT, entry, "It has recurred once: before, it was %s", e.target());
            }
            case MAINTENANCE_WINDOW ->
                say(ReportPart.CAUSE, entry, "It is linked to the Planned Maintenance %s", e.target());
            case DUPLICATE_OF, RELATED_TO -> say(ReportPart.NATURE, entry, "It is related to %s", e.target());
        }
    }

    /** As assessed last. */
    private void impact() {
        Impact impact = incident.impact();
        TimelineEntry entry = timeline.stream()
                .filter(one -> one.data() instanceof ImpactAssessed
                        || one.data() instanceof IncidentRaised raised && raised.impact() != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (impact == null || entry == null) {
            return;
        }
        say(ReportPart.IMPACT, entry, "The adverse impact was %s", DraftWords.of(impact.level()));
        if (impact.partiesPrevented() > 0) {
            say(
                    ReportPart.IMPACT,
                    entry,
                    "%d Incident Part%s prevented from using live services",
                    impact.partiesPrevented(),
                    impact.partiesPrevented() == 1 ? "y was" : "ies were");
        }
        if (impact.reducedCapacity()) {
            say(ReportPart.IMPACT, entry, "The service ran at reduced capacity");
        }
        say(ReportPart.IMPACT, entry, "Financial loss or disruption: %s", DraftWords.of(impact.financialImpact()));
        sayIfAny(ReportPart.IMPACT, entry, "%s", impact.businessImpact());
        if (impact.workaroundAvailable()) {
            say(ReportPart.LIKELY_FUTURE_IMPACT, entry, "A workaround is available should it recur");
        }
        say(
                ReportPart.DATA_LOST,
                entry,
                switch (impact.dataLoss()) {
                    case NONE -> "No DCC data was lost or corrupted";
                    case IMMATERIAL -> "DCC data was lost or corrupted, though not materially";
                    case MATERIAL -> "DCC data was materially lost or corrupted";
                });
    }

    private void targets(TargetClocks clocks) {
        for (TargetClocks.Clock clock : clocks.clocks()) {
            String target = clock.target().equals("resolution") ? "Target Resolution" : "Target Initial Response";
            Optional<TimelineEntry> done = timeline.stream()
                    .filter(entry -> entry.occurredAt().equals(clock.doneAt()))
                    .filter(entry -> clock.target().equals("resolution")
                            ? entry.data() instanceof IncidentResolved
                            : entry.data() instanceof IncidentRespondedTo)
                    .reduce((earlier, later) -> later);
            done.ifPresent(entry -> {
                say(
                        ReportPart.EFFECTIVENESS,
                        entry,
                        "The %s of %s was %s: %s were used",
                        target,
                        clock.targetTime(),
                        clock.missed() ? "missed" : "met",
                        DraftWords.of(clock.usedTime()));
                if (clock.missed()) {
                    say(ReportPart.FAILURES, entry, "The %s of %s was missed", target, clock.targetTime());
                }
            });
        }
    }

    private void updates() {
        List<TimelineEntry> sent = timeline.stream()
                .filter(entry -> entry.data() instanceof IncidentCommunicated)
                .toList();
        if (!sent.isEmpty()) {
            add(
                    ReportPart.EFFECTIVENESS,
                    "Interested Parties had " + sent.size() + (sent.size() == 1 ? " update" : " updates"),
                    sent);
        }
        long missed = incident.overview().updatesMissed();
        if (missed > 0) {
            add(
                    ReportPart.FAILURES,
                    (missed == 1 ? "One update" : missed + " updates")
                            + " to Interested Parties fell due and did not come",
                    timeline.stream()
                            .filter(entry -> entry.data() instanceof IncidentRaised
                                    || entry.data() instanceof IncidentCommunicated)
                            .toList());
        }
    }

    private void say(ReportPart part, TimelineEntry entry, String pattern, Object... values) {
        add(part, String.format(Locale.UK, pattern, values), List.of(entry));
    }

    private void sayIfAny(ReportPart part, TimelineEntry entry, String pattern, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            say(part, entry, pattern, value);
        }
    }

    private void add(ReportPart part, String sentence, List<TimelineEntry> entries) {
        List<Source> sources = entries.stream()
                .map(entry -> new Source(
                        incident.overview().id(),
                        entry.sequence(),
                        entry.type(),
                        entry.occurredAt(),
                        entry.recordedAt()))
                .toList();
        parts.computeIfAbsent(part, none -> new ArrayList<>())
                .add(new Sentence(DraftWords.ended(sentence), sources, 0));
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }

    private static String level(String code) {
        return Stream.of(code.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String joined(List<String> words) {
        return words.isEmpty() ? null : String.join(", ", words);
    }
}
