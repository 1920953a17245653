package uk.smartenergy.incident.incident.web.imports;

import java.util.List;
import java.util.Optional;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ChangedConcurrently;
import uk.smartenergy.incident.platform.messaging.Claim;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StreamExists;

/**
 * Takes over one line after another: finds the Incident, sends the command with the claims that make a repetition harmless, and says what came of
 * it. For one thread, which has all the lines of an external reference.
 */
final class LineTaker {
    private static final int MOST_RACES = 20;

    private final Messages messages;
    private final Viewer viewer;
    private final KnownReferences references;
    private final References numbers;

    /** Whether the line before was known already: then this one may well be, and is looked up before it is tried. */
    private boolean repeating;

    LineTaker(Messages messages, Viewer viewer, KnownReferences references, References numbers) {
        this.messages = messages;
        this.viewer = viewer;
        this.references = references;
        this.numbers = numbers;
    }

    /** Gives out references for new Incidents, each of them once. */
    interface References {
        IncidentId next(boolean red);

        /** The reference is taken, for instance by another node: the next one must be beyond it. */
        void taken(IncidentId reference);
    }

    Outcome take(ImportLine line) {
        try {
            return line.raises() ? raise(line) : step(line);
        } catch (Refusal refusal) {
            return new Outcome.NotTaken(refusal.code(), refusal.sentence());
        } catch (ChangedConcurrently concurrent) {
            return new Outcome.NotTaken("CHANGED_CONCURRENTLY", String.valueOf(concurrent.getMessage()));
        }
    }

    private Outcome raise(ImportLine line) {
        if (line.red() && !viewer.cleared()) {
            return Outcome.refused(
                    ImportCode.CLEARANCE_NEEDED, "Only the security-cleared may import what is RED or about security");
        }
        for (int race = 0; race < MOST_RACES; race++) {
            List<KnownReferences.Known> known = references.find(line.externalReference());
            if (!known.isEmpty()) {
                return raisedBefore(line);
            }
            for (IncidentId related : line.related()) {
                if (!isThere(related, line.red())) {
                    return Outcome.refused(
                            ImportCode.INVALID, "relatedIncidents names %s, which is not there".formatted(related));
                }
            }
            try {
                return raised(line);
            } catch (ClaimTaken faster) {
                // Another import was faster: what it raised is found now.
            }
        }
        throw new IllegalStateException("A reference is claimed, and nothing has claimed it");
    }

    /** A RED Incident may be named by RED ones only: the name alone would tell others that it exists. */
    private boolean isThere(IncidentId related, boolean fromRed) {
        return messages.ask(new GetIncidentAccess(viewer, related))
                .filter(access -> fromRed || !access.red())
                .isPresent();
    }

    private Outcome raised(ImportLine line) {
        while (true) {
            IncidentId id = numbers.next(line.red());
            Claim said = new Claim(ImportClaims.line(line.red(), line), id.value());
            Claim named = new Claim(ImportClaims.reference(line.red(), line.externalReference()), id.value());
            try {
                Accepted accepted =
                        messages.send(line.step().apply(id), Caller.importing(viewer, List.of(said, named)));
                repeating = false;
                references.remember(line.externalReference(), accepted.incidentId(), line.red());
                return new Outcome.Taken(accepted.incidentId(), true);
            } catch (StreamExists taken) {
                numbers.taken(id);
            }
        }
    }

    private Outcome raisedBefore(ImportLine line) {
        Optional<String> said = messages.claimed(ImportClaims.line(line.red(), line));
        repeating = said.isPresent();
        return said.<Outcome>map(id -> new Outcome.Taken(new IncidentId(id), false))
                .orElseGet(() -> Outcome.refused(
                        ImportCode.ALREADY_RAISED,
                        "An Incident has this external reference already; this line raises it with other content"));
    }

    private Outcome step(ImportLine line) {
        List<KnownReferences.Known> known = references.find(line.externalReference());
        if (known.isEmpty()) {
            return Outcome.refused(
                    ImportCode.UNKNOWN_REFERENCE,
                    "Nothing was raised under this external reference; its RAISE must come first");
        }
        if (known.size() > 1) {
            return ambiguous(line, known);
        }
        KnownReferences.Known one = known.getFirst();
        String claim = ImportClaims.line(one.red(), line);
        boolean asked = repeating;
        if (asked && isKnown(claim)) {
            return new Outcome.Taken(one.incidentId(), false);
        }
        try {
            Claim said = new Claim(claim, one.incidentId().value());
            Accepted accepted =
                    messages.send(line.step().apply(one.incidentId()), Caller.importing(viewer, List.of(said)));
            repeating = false;
            return new Outcome.Taken(one.incidentId(), accepted.changed());
        } catch (ClaimTaken before) {
            repeating = true;
            return new Outcome.Taken(one.incidentId(), false);
        } catch (Refusal refusal) {
            // Taken before, it may not be possible a second time.
            if (!asked && isKnown(claim)) {
                return new Outcome.Taken(one.incidentId(), false);
            }
            throw new Refusal(refusal.kind(), refusal.code(), unnamed(refusal, one.incidentId()), refusal.facts());
        }
    }

    /** A dry run's references are not those that would be given out, so what is told names none: both runs say the same. */
    private static String unnamed(Refusal refusal, IncidentId id) {
        String sentence = refusal.sentence();
        return sentence.startsWith(id.value())
                ? "The Incident" + sentence.substring(id.value().length()).replace(id.value(), "the Incident")
                : sentence.replace(id.value(), "the Incident");
    }

    private boolean isKnown(String claim) {
        repeating = messages.claimed(claim).isPresent();
        return repeating;
    }

    private Outcome ambiguous(ImportLine line, List<KnownReferences.Known> known) {
        return known.stream()
                .filter(one -> messages.claimed(ImportClaims.line(one.red(), line))
                        .filter(one.incidentId().value()::equals)
                        .isPresent())
                .findFirst()
                .<Outcome>map(one -> new Outcome.Taken(one.incidentId(), false))
                .orElseGet(() -> Outcome.refused(
                        ImportCode.AMBIGUOUS_REFERENCE,
                        "More than one Incident has this external reference, among them %s and %s"
                                .formatted(
                                        known.get(0).incidentId(), known.get(1).incidentId())));
    }
}
