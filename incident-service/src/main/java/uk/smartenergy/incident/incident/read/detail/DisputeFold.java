package uk.smartenergy.incident.incident.read.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentDetail.Dispute;
import uk.smartenergy.incident.api.incident.IncidentDetail.DisputeState;
import uk.smartenergy.incident.api.incident.IncidentDetail.Evidence;
import uk.smartenergy.incident.api.incident.IncidentDetail.Ruling;
import uk.smartenergy.incident.api.incident.IncidentDetail.Withdrawal;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.DisputeEvidenceAdded;
import uk.smartenergy.incident.api.incident.IncidentEvent.DisputeWithdrawn;
import uk.smartenergy.incident.incident.read.detail.Story.Step;

/** Folds an Incident's events into its disputes. */
final class DisputeFold {
    private final Map<Integer, Step> disputes = new TreeMap<>();
    private final Map<Integer, List<Evidence>> evidence = new TreeMap<>();
    private final Map<Integer, Ruling> rulings = new TreeMap<>();
    private final Map<Integer, Withdrawal> withdrawals = new TreeMap<>();

    void add(Step step) {
        switch (step.event()) {
            case CategoryDisputed e -> {
                disputes.put(e.number(), step);
                if (e.evidence() != null) {
                    add(e.number(), new Evidence(e.evidence(), null, e.party(), step.actor(), e.occurredAt()));
                }
            }
            case DisputeEvidenceAdded e ->
                add(e.dispute(), new Evidence(e.evidence(), e.reference(), e.party(), step.actor(), e.occurredAt()));
            case DisputeWithdrawn e ->
                withdrawals.put(e.dispute(), new Withdrawal(e.reason(), step.actor(), e.occurredAt()));
            case CategoryRuled e -> rulings.put(e.dispute(), ruling(step, e));
            default -> {}
        }
    }

    private void add(int dispute, Evidence more) {
        evidence.computeIfAbsent(dispute, number -> new ArrayList<>()).add(more);
    }

    private static Ruling ruling(Step step, CategoryRuled ruled) {
        return new Ruling(
                ruled.category(),
                ruled.reason(),
                step.actor(),
                step.actorParty(),
                ruled.occurredAt(),
                step.recorded().recordedAt(),
                ruled.ruledOn(),
                ruled.effectiveFrom(),
                ruled.category() != ruled.ruledOn().category());
    }

    List<Dispute> all() {
        return disputes.values().stream().map(this::dispute).toList();
    }

    private Dispute dispute(Step step) {
        CategoryDisputed disputed = (CategoryDisputed) step.event();
        int number = disputed.number();
        @Nullable Ruling ruling = rulings.get(number);
        @Nullable Withdrawal withdrawal = withdrawals.get(number);
        return new Dispute(
                step.recorded().sequence(),
                number,
                disputed.party(),
                step.actor(),
                disputed.occurredAt(),
                step.recorded().recordedAt(),
                ruling != null ? DisputeState.RULED : withdrawal != null ? DisputeState.WITHDRAWN : DisputeState.OPEN,
                disputed.standing(),
                disputed.proposedCategory(),
                disputed.reason(),
                evidence.getOrDefault(number, List.of()),
                ruling,
                withdrawal);
    }
}
