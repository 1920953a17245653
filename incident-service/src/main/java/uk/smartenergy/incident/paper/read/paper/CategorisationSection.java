package uk.smartenergy.incident.paper.read.paper;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CommunicationReport;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentFilter.CategoryHistory;
import uk.smartenergy.incident.api.incident.IncidentFilter.Outcome;
import uk.smartenergy.incident.api.incident.IncidentFilter.Updates;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetCommunicationReport;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperView.Piece;
import uk.smartenergy.incident.api.paper.PaperView.Section;

/** The review of Category 2 Incidents, and how well Interested Parties were told. */
final class CategorisationSection {
    /** On whose meaning for Category 1 the readings of the policy differ. */
    private static final String INSTALL = "Install & Commission";

    private final Scope scope;
    private final Telling telling = new Telling();

    private CategorisationSection(Scope scope) {
        this.scope = scope;
    }

    static Section of(Scope scope) {
        CategorisationSection section = new CategorisationSection(scope);
        section.categories();
        section.communications();
        return section.telling.section(PaperSection.INCIDENT_CATEGORISATION);
    }

    private void categories() {
        List<IncidentView> second = find(null, null);
        telling.say(
                figure("category2", second, " first assigned Category 2"),
                Telling.plain(" in " + Words.month(scope.reviewed()) + " " + Words.was(second.size()) + " reviewed."));
        if (second.isEmpty()) {
            return;
        }
        List<IncidentView> installing = second.stream()
                .filter(one -> one.businessProcesses().contains(INSTALL))
                .toList();
        telling.say(
                figure("category2.install", installing, ""),
                Telling.plain(
                        " of them had an impact on " + INSTALL
                                + ", which the Supplier reading of the policy takes for a critical adverse impact, and so for Category 1."));
        List<IncidentView> disputed =
                second.stream().filter(IncidentView::disputed).toList();
        List<IncidentView> ruled = second.stream()
                .filter(one -> one.ruledCategory() == Category.CATEGORY_1)
                .toList();
        List<IncidentView> changed = second.stream()
                .filter(one -> one.category() != one.firstCategory())
                .toList();
        telling.say(
                figure("category2.disputed", disputed, ""),
                Telling.plain(" of them " + Words.was(disputed.size()) + " disputed; "),
                figure("category2.ruledCategory1", ruled, ""),
                Telling.plain(" " + Words.was(ruled.size()) + " ruled to be Category 1; "),
                figure("category2.changed", changed, ""),
                Telling.plain(" now " + (changed.size() == 1 ? "stands" : "stand") + " at another category."));
    }

    private Piece figure(String name, List<IncidentView> incidents, String after) {
        String shown = after.isEmpty()
                ? Words.number(incidents.size())
                : Words.count(incidents.size(), "Incident", "Incidents") + after;
        boolean begins = name.equals("category2") || name.endsWith("install") || name.endsWith("disputed");
        return telling.count(
                "incident-categorisation." + name,
                incidents.size(),
                begins ? Words.capital(shown) : shown,
                source(name),
                incidents.stream().map(one -> one.id().value()).toList());
    }

    private String source(String name) {
        String from = scope.reviewed().atDay(1).toString();
        String to = scope.reviewed().atEndOfMonth().toString();
        String[] narrowed = switch (name) {
            case "category2.install" -> new String[] {"businessProcess", INSTALL};
            case "category2.disputed" -> new String[] {"disputed", "true"};
            case "category2.ruledCategory1" -> new String[] {"ruledCategory", "1"};
            case "category2.changed" -> new String[] {"recategorised", "true"};
            default -> new String[0];
        };
        String[] all = new String[6 + narrowed.length];
        System.arraycopy(new String[] {"firstCategory", "2", "raisedFrom", from, "raisedTo", to}, 0, all, 0, 6);
        System.arraycopy(narrowed, 0, all, 6, narrowed.length);
        return scope.sources().at("/incidents", all);
    }

    private List<IncidentView> find(@Nullable Boolean disputed, @Nullable Boolean changed) {
        Instant from = scope.reviewed().atDay(1).atStartOfDay(Scope.LONDON).toInstant();
        Instant to = scope.reviewed()
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(Scope.LONDON)
                .toInstant()
                .minusNanos(1);
        IncidentFilter raised = new IncidentFilter(
                Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), from,
                to, null, null, null, null);
        IncidentFilter second = raised.asking(
                null,
                new CategoryHistory(Set.of(Category.CATEGORY_2), Set.of(), disputed, null, changed, Set.of()),
                Set.of(),
                Updates.ANY,
                Outcome.ANY);
        return scope.ask(new FindIncidents(
                        scope.viewer(), scope.moment(), second, SortBy.RAISED_AT, false, null, Integer.MAX_VALUE))
                .items();
    }

    private void communications() {
        CommunicationReport.Figures told = scope.ask(
                        new GetCommunicationReport(scope.viewer(), scope.moment(), scope.reviewed()))
                .totals();
        Piece sent = communicated("sent", told.sent(), Words.capital(Words.count(told.sent(), "update", "updates")));
        if (told.sent() + told.missed() == 0) {
            telling.say(
                    sent,
                    Telling.plain(" on Incidents " + Words.was(0) + " sent to Interested Parties in "
                            + Words.month(scope.reviewed()) + "."));
            return;
        }
        telling.say(
                sent,
                Telling.plain(" on Incidents " + Words.was(told.sent()) + " sent to Interested Parties in "
                        + Words.month(scope.reviewed()) + ": "),
                communicated("complete", told.complete(), Words.number(told.complete())),
                Telling.plain(" of the " + Words.number(told.judged())
                        + " for which there is a standard said all that is required, and "),
                communicated("missed", told.missed(), Words.number(told.missed())),
                Telling.plain(" fell due and did not come."
                        + (told.averageRating() == null
                                ? " No reader rated them."
                                : " Readers rated them %.1f of 5.".formatted(told.averageRating()))));
    }

    private Piece communicated(String name, long value, String shown) {
        return telling.count(
                "incident-categorisation.communications." + name,
                value,
                shown,
                scope.sources()
                        .at(
                                "/reports/communications",
                                "period",
                                scope.reviewed().toString()),
                List.of());
    }
}
