package uk.smartenergy.incident.paper.read.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.paper.PaperDifferences;
import uk.smartenergy.incident.api.paper.PaperEvent;
import uk.smartenergy.incident.api.paper.PaperId;
import uk.smartenergy.incident.api.paper.PaperIssueView;
import uk.smartenergy.incident.api.paper.PaperQuery.CountIssues;
import uk.smartenergy.incident.api.paper.PaperQuery.FindIssues;
import uk.smartenergy.incident.api.paper.PaperQuery.GetIssuedPaper;
import uk.smartenergy.incident.api.paper.PaperQuery.GetPaper;
import uk.smartenergy.incident.api.paper.PaperQuery.GetPaperDifferences;
import uk.smartenergy.incident.api.paper.PaperQuery.GetPaperTexts;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperTexts;
import uk.smartenergy.incident.api.paper.PaperView;
import uk.smartenergy.incident.api.paper.PaperView.Figure;
import uk.smartenergy.incident.api.paper.PaperView.Section;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.record.History;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** Answers what papers say. Every figure is what another slice answers at the paper's moment; only the writers' texts are kept here. */
public final class Papers {
    private static final String TITLE = "SEC Panel Sub-Committee Report";
    private static final String FOR_WHAT = "For Information";
    private static final String PURPOSE =
            "This paper provides the Panel with an update on recent activities of the Operations Group. It highlights the key issues discussed "
                    + "and details specific points that the Operations Group would like to bring to the Panel’s attention.";

    private final Histories<PaperEvent> histories;
    private final Elsewhere elsewhere;

    public Papers(Histories<PaperEvent> histories, Elsewhere elsewhere) {
        this.histories = histories;
        this.elsewhere = elsewhere;
    }

    @QueryHandler
    public PaperView on(GetPaper query) {
        Classification asked = query.classification();
        Scope scope = Scope.of(
                query.viewer(), query.moment(), query.month(), asked == null ? Classification.AMBER : asked, elsewhere);
        PaperView view = paper(scope, null);
        return asked != null || scope.amberIsNamed().get() ? view : with(view, Classification.WHITE, view.sections());
    }

    /** As everybody reads it who may: of what any reader but the cleared sees, since so it was issued. */
    @QueryHandler
    public Optional<PaperView> on(GetIssuedPaper query) {
        Moment now = Moment.present(query.now());
        return issues(query.viewer(), now, query.month()).stream()
                .filter(issue -> issue.number() == query.number())
                .findFirst()
                .map(issue -> issued(query, issue));
    }

    private PaperView issued(GetIssuedPaper query, PaperIssueView issue) {
        Moment moment = new Moment(issue.asOf(), issue.knownAt(), query.now());
        PaperView view =
                paper(Scope.of(Viewer.service(), moment, query.month(), issue.classification(), elsewhere), issue);
        return seesAmber(query.viewer()) ? view : withoutRecords(view);
    }

    /** What was counted is listed only for those who may see all of it. */
    private static PaperView withoutRecords(PaperView view) {
        List<Section> sections = view.sections().stream()
                .map(section -> new Section(
                        section.section(),
                        section.heading(),
                        section.level(),
                        section.sentences(),
                        section.table(),
                        section.figures().stream()
                                .map(one -> new Figure(one.name(), one.value(), one.text(), one.source(), List.of()))
                                .toList(),
                        section.text()))
                .toList();
        return with(view, view.classification(), sections);
    }

    private static PaperView with(PaperView view, Classification classification, List<Section> sections) {
        return new PaperView(
                view.id(),
                view.month(),
                view.asOf(),
                view.knownAt(),
                view.reference(),
                view.title(),
                view.forWhat(),
                classification,
                view.author(),
                view.date(),
                view.issue(),
                sections,
                view.note(),
                view.version());
    }

    @QueryHandler
    public List<PaperIssueView> on(FindIssues query) {
        return issues(query.viewer(), query.moment(), query.month());
    }

    private List<PaperIssueView> issues(Viewer viewer, Moment moment, YearMonth month) {
        return drafted(month, moment).issues().stream()
                .filter(issue -> viewer.maySee(issue.classification(), Set.of()))
                .toList();
    }

    @QueryHandler
    public PaperTexts on(GetPaperTexts query) {
        Drafted drafted = drafted(query.month(), query.moment());
        return new PaperTexts(
                PaperId.of(query.month()),
                drafted.reference(),
                drafted.author(),
                drafted.purpose(),
                drafted.versions().stream()
                        .filter(text -> query.viewer().maySee(text.classification(), Set.of()))
                        .toList(),
                version(query.month(), query.moment()));
    }

    @QueryHandler
    public Optional<PaperDifferences> on(GetPaperDifferences query) {
        List<PaperIssueView> issues = issues(query.viewer(), Moment.present(query.now()), query.month());
        PaperIssueView last = issues.isEmpty() ? null : issues.getLast();
        Instant a = query.knownAtA() != null ? query.knownAtA() : last == null ? null : last.knownAt();
        if (a == null || a.isAfter(query.knownAtB())) {
            return Optional.empty();
        }
        Instant asOf = query.asOf() != null ? query.asOf() : last == null ? query.now() : last.asOf();
        Classification classification = last == null ? Classification.WHITE : last.classification();
        Scope before =
                Scope.of(query.viewer(), new Moment(asOf, a, query.now()), query.month(), classification, elsewhere);
        Scope after = Scope.of(
                query.viewer(),
                new Moment(asOf, query.knownAtB(), query.now()),
                query.month(),
                classification,
                elsewhere);
        return Optional.of(Comparison.of(after, a, paper(before, null), paper(after, null)));
    }

    @QueryHandler
    public Long on(CountIssues query) {
        return histories.all().stream()
                .flatMap(history -> Drafted.of(history.at(query.moment())).issues().stream())
                .count();
    }

    private PaperView paper(Scope scope, @Nullable PaperIssueView issue) {
        // Texts are words for this paper, not facts of its day: they may be written after it.
        Moment written =
                new Moment(null, scope.moment().knownAt(), scope.moment().now());
        Drafted drafted = drafted(scope.month(), written);
        String given = drafted.reference();
        return new PaperView(
                PaperId.of(scope.month()),
                scope.month(),
                scope.asOf(),
                scope.moment().knownAtOrNow(),
                issue != null ? issue.reference() : given != null ? given : "OPS-GROUP-" + scope.month(),
                TITLE,
                FOR_WHAT,
                scope.classification(),
                drafted.author(),
                LocalDate.ofInstant(scope.asOf(), Scope.LONDON),
                issue == null ? null : issue.number(),
                sections(scope, drafted),
                seesAmber(scope.viewer())
                        ? ReferenceData.NOTE
                        : ReferenceData.NOTE + "; only what this reader may see is counted",
                version(scope.month(), scope.moment()));
    }

    private static List<Section> sections(Scope scope, Drafted drafted) {
        List<Section> sections = new ArrayList<>();
        String purpose = drafted.purpose();
        sections.add(said(PaperSection.PURPOSE, purpose == null ? PURPOSE : purpose));
        sections.add(said(PaperSection.OPERATIONS_GROUP));
        sections.add(ReportingSection.of(scope));
        sections.add(said(PaperSection.HIGHLIGHTS));
        sections.add(MaintenanceSection.of(scope));
        sections.add(CategorisationSection.of(scope));
        sections.add(MajorIncidentSection.of(scope));
        sections.addAll(ProblemSections.of(scope));
        sections.add(said(PaperSection.RECOMMENDATIONS, "The Panel is requested to NOTE the content of this paper."));
        Set<PaperSection> told = java.util.EnumSet.noneOf(PaperSection.class);
        return sections.stream()
                .map(section -> told.add(section.section()) ? written(section, drafted, scope) : section)
                .toList();
    }

    private static Section said(PaperSection section, String... sentences) {
        Telling telling = new Telling();
        for (String sentence : sentences) {
            telling.say(sentence);
        }
        return telling.section(section);
    }

    private static Section written(Section section, Drafted drafted, Scope scope) {
        return new Section(
                section.section(),
                section.heading(),
                section.level(),
                section.sentences(),
                section.table(),
                section.figures(),
                drafted.text(section.section(), scope));
    }

    private Drafted drafted(YearMonth month, Moment moment) {
        return Drafted.of(find(month).map(history -> history.at(moment)).orElse(List.of()));
    }

    private long version(YearMonth month, Moment moment) {
        return find(month).map(history -> history.version(moment)).orElse(-1L);
    }

    private Optional<History<PaperEvent>> find(YearMonth month) {
        return histories.find(PaperId.of(month).value());
    }

    private static boolean seesAmber(Viewer viewer) {
        return viewer.maySee(Classification.AMBER, Set.of());
    }
}
