package uk.smartenergy.incident.paper.read.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.paper.PaperEvent;
import uk.smartenergy.incident.api.paper.PaperEvent.DetailsGiven;
import uk.smartenergy.incident.api.paper.PaperEvent.PaperIssued;
import uk.smartenergy.incident.api.paper.PaperEvent.TextWithdrawn;
import uk.smartenergy.incident.api.paper.PaperEvent.TextWritten;
import uk.smartenergy.incident.api.paper.PaperIssueView;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperTexts;
import uk.smartenergy.incident.api.paper.PaperView.WriterText;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.record.Fact;

/** What the writers of a paper had said by a moment, folded from what happened to it. */
final class Drafted {
    private final Map<PaperSection, WriterText> texts = new EnumMap<>(PaperSection.class);
    private final Map<PaperSection, Integer> counts = new EnumMap<>(PaperSection.class);
    private final List<PaperTexts.Version> versions = new ArrayList<>();
    private final List<PaperIssueView> issues = new ArrayList<>();
    private @Nullable DetailsGiven details;

    static Drafted of(List<Fact<PaperEvent>> facts) {
        Drafted drafted = new Drafted();
        facts.forEach(drafted::take);
        return drafted;
    }

    private void take(Fact<PaperEvent> fact) {
        switch (fact.event()) {
            case TextWritten written -> {
                int number = counts.merge(written.section(), 1, Integer::sum);
                texts.put(
                        written.section(),
                        new WriterText(
                                written.text(), written.classification(), fact.actor(), written.occurredAt(), number));
                add(fact, written.section(), number, written.text(), written.classification());
            }
            case TextWithdrawn withdrawn -> {
                WriterText last = texts.remove(withdrawn.section());
                int number = counts.merge(withdrawn.section(), 1, Integer::sum);
                add(
                        fact,
                        withdrawn.section(),
                        number,
                        null,
                        last == null ? Classification.AMBER : last.classification());
            }
            case DetailsGiven given -> details = given;
            case PaperIssued issued ->
                issues.add(new PaperIssueView(
                        issued.number(),
                        issued.asOf(),
                        issued.knownAt(),
                        issued.reference(),
                        issued.classification(),
                        issued.occurredAt(),
                        fact.recordedAt(),
                        fact.actor(),
                        issued.figures()));
        }
    }

    private void add(
            Fact<PaperEvent> fact,
            PaperSection section,
            int number,
            @Nullable String text,
            Classification classification) {
        versions.replaceAll(version -> version.section() == section && version.standing()
                ? new PaperTexts.Version(
                        section,
                        version.number(),
                        version.text(),
                        version.classification(),
                        version.by(),
                        version.writtenAt(),
                        version.recordedAt(),
                        false)
                : version);
        versions.add(new PaperTexts.Version(
                section,
                number,
                text,
                classification,
                fact.actor(),
                fact.event().occurredAt(),
                fact.recordedAt(),
                true));
    }

    /** The section's text; {@code null} if there is none that a paper of this scope may have. */
    @Nullable
    WriterText text(PaperSection section, Scope scope) {
        WriterText text = texts.get(section);
        return text != null && scope.mayName(text.classification()) ? text : null;
    }

    List<PaperTexts.Version> versions() {
        return versions;
    }

    List<PaperIssueView> issues() {
        return issues;
    }

    @Nullable
    String reference() {
        return details == null ? null : details.reference();
    }

    @Nullable
    String author() {
        return details == null ? null : details.author();
    }

    @Nullable
    String purpose() {
        return details == null ? null : details.purpose();
    }
}
