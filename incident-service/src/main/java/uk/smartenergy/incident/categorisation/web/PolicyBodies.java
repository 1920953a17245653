package uk.smartenergy.incident.categorisation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Limb;
import uk.smartenergy.incident.api.categorisation.PolicyCheck;
import uk.smartenergy.incident.api.categorisation.PolicyDifferences;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyRegister.Version;
import uk.smartenergy.incident.api.categorisation.PolicyState;
import uk.smartenergy.incident.platform.reference.PolicyDocument;
import uk.smartenergy.incident.platform.reference.PolicyDocument.LimbDocument;
import uk.smartenergy.incident.platform.reference.PolicyDocuments;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** How policies are shown. */
final class PolicyBodies {
    private PolicyBodies() {}

    /** @param inForce which version is in force when, without a gap */
    record PolicyList(
            List<PolicyBody> items, @Nullable String nextCursor, long total, List<PolicyRegister.Period> inForce) {}

    /**
     * @param active whether it is in force now
     * @param revision how often its content was put on record
     * @param recordedAt when it was last
     */
    record PolicyBody(
            String version,
            String name,
            String description,
            LocalDate effectiveFrom,
            boolean active,
            PolicyState state,
            PolicyRegister.Origin origin,
            int revision,
            Instant recordedAt,
            List<PolicyRegister.Activation> activations,
            @Nullable LocalDate retiredFrom,
            List<LimbDocument> limbs,
            List<PolicyDocument.TargetsDocument> targets,
            Map<String, List<PolicyDocument.EscalationDocument>> escalations,
            Map<String, List<String>> told,
            String note) {

        static PolicyBody of(PolicyRegister register, Version version, LocalDate today) {
            PolicyDocument policy = PolicyDocuments.write(version.policy());
            PolicyState state = register.stateOf(version, today);
            return new PolicyBody(
                    policy.version(),
                    policy.name(),
                    policy.description(),
                    policy.effectiveFrom(),
                    state == PolicyState.ACTIVE,
                    state,
                    version.origin(),
                    version.revisions().getLast().number(),
                    version.revisions().getLast().recordedAt(),
                    register.activationsOf(version.name()),
                    version.retiredFrom(),
                    policy.limbs(),
                    policy.targets(),
                    policy.escalations(),
                    policy.told(),
                    ReferenceData.NOTE);
        }
    }

    /**
     * @param sound whether it is a policy: nothing is wrong and no combination of facts is undecided
     * @param combinations of facts that were tried: all that the limbs can tell apart
     */
    record ValidationBody(
            @Nullable String version,
            boolean sound,
            List<PolicyDocuments.PolicyFault> faults,
            long combinations,
            long undecided,
            List<HoleBody> holes,
            List<PolicyCheck.Overlap> overlaps,
            List<PolicyCheck.NeverDecides> neverDecide,
            List<PolicyCheck.Threshold> thresholds) {

        static ValidationBody of(
                @Nullable String version, List<PolicyDocuments.PolicyFault> faults, PolicyCheck check) {
            return new ValidationBody(
                    version,
                    faults.isEmpty() && check.isSound(),
                    faults,
                    check.combinations(),
                    check.undecided(),
                    check.holes().stream().map(HoleBody::of).toList(),
                    check.overlaps(),
                    check.neverDecide(),
                    check.thresholds());
        }
    }

    /** @param facts the values for which it is so; a fact that is not there does not matter */
    record HoleBody(
            String description, Map<String, List<String>> facts, long combinations, CategorisationFacts example) {
        static HoleBody of(PolicyCheck.Hole hole) {
            return new HoleBody(hole.inWords(), hole.facts(), hole.combinations(), hole.example());
        }
    }

    record LimbsBody(List<LimbDocument> added, List<LimbDocument> removed, List<LimbChangeBody> changed) {}

    record LimbChangeBody(String limb, LimbDocument from, LimbDocument to) {}

    record TargetChangesBody(
            List<PolicyDifferences.Change> initialResponse, List<PolicyDifferences.Change> resolution) {}

    /**
     * @param combinations of facts that were tried: all that the limbs of both can tell apart
     * @param changed how many of them get another category
     * @param matrix how many by category under the one and the other, with an example each
     */
    record DifferencesBody(
            String version,
            String other,
            LimbsBody limbs,
            List<PolicyDifferences.ThresholdChange> thresholds,
            TargetChangesBody targets,
            List<PolicyDifferences.Change> communications,
            List<PolicyDifferences.Change> escalations,
            List<PolicyDifferences.Change> told,
            long combinations,
            long changed,
            List<PolicyDifferences.Cell> matrix) {

        static DifferencesBody of(Version one, Version other, PolicyDifferences differences) {
            return new DifferencesBody(
                    one.name(),
                    other.name(),
                    new LimbsBody(
                            limbs(differences.limbsAdded()),
                            limbs(differences.limbsRemoved()),
                            differences.limbsChanged().stream()
                                    .map(change -> new LimbChangeBody(
                                            change.from().code(),
                                            PolicyDocuments.write(change.from()),
                                            PolicyDocuments.write(change.to())))
                                    .toList()),
                    differences.thresholds(),
                    new TargetChangesBody(differences.initialResponses(), differences.resolutions()),
                    differences.cadences(),
                    differences.escalations(),
                    differences.told(),
                    differences.combinations(),
                    differences.changed(),
                    differences.matrix());
        }

        private static List<LimbDocument> limbs(List<Limb> limbs) {
            return limbs.stream().map(PolicyDocuments::write).toList();
        }
    }
}
