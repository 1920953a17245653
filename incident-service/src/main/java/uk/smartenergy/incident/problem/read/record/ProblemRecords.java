package uk.smartenergy.incident.problem.read.record;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.ProblemEvent.IncidentLinkedToProblem;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Reference;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.record.History;

/** The one door to the image of all Problems: here it is decided who sees what. */
public final class ProblemRecords {
    private final Histories<ProblemEvent> histories;
    private final LinksFromIncidents links;
    private final Elsewhere elsewhere;
    private volatile @Nullable Present present;

    /** All Problems as they stand, kept until something is recorded of any. */
    private record Present(
            Collection<History<ProblemEvent>> made, long revision, List<Seen> all, Set<IncidentId> everNamed) {}

    private record Seen(History<ProblemEvent> history, ProblemFold fold) {}

    public ProblemRecords(Histories<ProblemEvent> histories, LinksFromIncidents links, Elsewhere elsewhere) {
        this.histories = histories;
        this.links = links;
        this.elsewhere = elsewhere;
    }

    /** In the order in which they began to be recorded. */
    public List<ProblemFold> all(Viewer viewer, Moment moment) {
        List<Seen> all =
                moment.asOf() == null && moment.knownAt() == null ? present().all() : folded(moment);
        return all.stream()
                .filter(seen -> seen.history().isVisibleTo(viewer))
                .map(Seen::fold)
                .toList();
    }

    public Optional<ProblemFold> find(Viewer viewer, Moment moment, ProblemId id) {
        return histories
                .find(id.value())
                .filter(history -> history.isVisibleTo(viewer))
                .flatMap(history -> ProblemFold.of(history, links.to(history.id()), moment));
    }

    /** What is another object whenever something was recorded of Problems or of links to them. */
    public Object image() {
        return present();
    }

    /** Whether any Problem names this Incident, or once did. */
    public boolean wasEverNamed(IncidentId incident) {
        return present().everNamed().contains(incident);
    }

    /** The highest number of a reference given out in order; 0 if there is none. */
    public long highestNumber() {
        return histories.all().stream()
                .map(History::id)
                .filter(id -> !Reference.isDrawn(id))
                .mapToLong(Reference::number)
                .max()
                .orElse(0);
    }

    /** Which linked Incidents a viewer may see. */
    public Predicate<IncidentId> visibleTo(Viewer viewer) {
        return incident -> viewer.maySee(incident.isDrawn() ? Classification.RED : Classification.AMBER, Set.of())
                || elsewhere.ask(new GetIncidentAccess(viewer, incident)).isPresent();
    }

    private Present present() {
        Present known = present;
        Collection<History<ProblemEvent>> now = histories.all();
        long revision = links.revision();
        if (known != null && known.made() == now && known.revision() == revision) {
            return known;
        }
        Present made = new Present(now, revision, folded(new Moment(null, null, java.time.Instant.MAX)), named(now));
        present = made;
        return made;
    }

    private List<Seen> folded(Moment moment) {
        return histories.all().stream()
                .flatMap(history ->
                        ProblemFold.of(history, links.to(history.id()), moment)
                                .map(fold -> new Seen(history, fold))
                                .stream())
                .toList();
    }

    private Set<IncidentId> named(Collection<History<ProblemEvent>> all) {
        Set<IncidentId> named = new HashSet<>();
        for (History<ProblemEvent> history : all) {
            history.facts().forEach(fact -> {
                if (fact.event() instanceof IncidentLinkedToProblem linked) {
                    named.add(linked.incident());
                }
            });
            links.to(history.id()).forEach(link -> named.add(link.incident()));
        }
        return named;
    }
}
