package uk.smartenergy.incident.categorisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.PolicyCheck;
import uk.smartenergy.incident.api.categorisation.PolicyCommand;
import uk.smartenergy.incident.api.categorisation.PolicyDifferences;
import uk.smartenergy.incident.api.categorisation.PolicyQuery.GetPolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyRegister.Version;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.categorisation.web.PolicyBodies.DifferencesBody;
import uk.smartenergy.incident.categorisation.web.PolicyBodies.PolicyBody;
import uk.smartenergy.incident.categorisation.web.PolicyBodies.PolicyList;
import uk.smartenergy.incident.categorisation.web.PolicyBodies.ValidationBody;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.ReadModelBehind;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.PolicyDocuments;
import uk.smartenergy.incident.platform.reference.WorkingDays;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Fault;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/** The versions of the categorisation policy: to be read, checked, compared, drafted, activated and retired. */
@Tag(name = "Policies", description = "How a category follows from facts.")
@RestController
@RequestMapping("/api/v1/categorisation-policies")
final class PoliciesController {
    /** They stand where a version would. */
    private static final Set<String> ADDRESSES = Set.of("validation", "backtests");

    private final Messages messages;
    private final Sender sender;
    private final PolicyDocuments documents;

    PoliciesController(Messages messages, Sender sender, PolicyDocuments documents) {
        this.messages = messages;
        this.sender = sender;
        this.documents = documents;
    }

    @Operation(
            summary = "The versions of the categorisation policy",
            description =
                    "With limbs, thresholds and targets, and which is in force when. Default, verify against the SEC in force.")
    @GetMapping
    PolicyList findPolicies(Inquiry inquiry) {
        Instant knownAt = inquiry.as(PolicyForms.KNOWN).get(Inquiry.KNOWN_AT);
        PolicyRegister register = register(inquiry.viewer(), knownAt);
        LocalDate day = day(knownAt, inquiry.now());
        List<PolicyBody> all = register.versions().stream()
                .map(version -> PolicyBody.of(register, version, day))
                .toList();
        return new PolicyList(all, null, all.size(), register.inForce());
    }

    @Operation(summary = "One version of the categorisation policy")
    @GetMapping("/{version}")
    ResponseEntity<PolicyBody> getPolicy(@PathVariable String version, Inquiry inquiry) {
        Instant knownAt = inquiry.as(PolicyForms.KNOWN).get(Inquiry.KNOWN_AT);
        PolicyRegister register = register(inquiry.viewer(), knownAt);
        Version found = existing(register, version);
        return ResponseEntity.ok()
                .eTag(Versions.tag(found.change()))
                .body(PolicyBody.of(register, found, day(knownAt, inquiry.now())));
    }

    @Operation(
            summary = "Draft a version",
            description =
                    "What is left out is taken from the version that it is basedOn. Every combination of facts must be decided; holes are named.")
    @Creates
    @PostMapping
    ResponseEntity<PolicyBody> draftPolicy(Asker asker, Body body) {
        CategorisationPolicy policy = sound(read(asker.viewer(), body, null, null));
        if (ADDRESSES.contains(policy.version())) {
            throw Problem.invalid("/version", "is the name of another address here; take another");
        }
        String version = sender.send(new PolicyCommand.DraftPolicy(policy), asker, policy.version())
                .about();
        return ResponseEntity.created(URI.create("/api/v1/categorisation-policies/" + version))
                .eTag(tag(asker, version))
                .body(shown(asker, version));
    }

    @Operation(
            summary = "Change a draft",
            description = "What is left out stands as it was. What was once activated does not change any more.")
    @PutMapping("/{version}")
    ResponseEntity<PolicyBody> changePolicy(@PathVariable String version, Asker asker, Body body) {
        Version standing = existing(register(asker.viewer(), null), version);
        if (!body.json().path("version").asString(version).equals(version)) {
            throw Problem.invalid("/version", "must be " + version + ", as in the address");
        }
        CategorisationPolicy policy = sound(read(asker.viewer(), body, version, standing.policy()));
        return changed(asker, version, new PolicyCommand.ChangeDraft(policy));
    }

    @Operation(
            summary = "Activate a version",
            description =
                    "It is in force for what happens from that day on, until another's later day. Decisions that were made stay as they are.")
    @PostMapping("/{version}/activation")
    ResponseEntity<PolicyBody> activatePolicy(@PathVariable String version, Asker asker, Body body) {
        Filled in = body.as(PolicyForms.ACTIVATION, (filled, faults) -> {
            LocalDate from = filled.get(PolicyForms.FROM);
            LocalDate same = filled.get(PolicyForms.EFFECTIVE_FROM);
            if (from != null && same != null && !from.equals(same)) {
                faults.add("/effectiveFrom", "is the same as from, and differs here");
            }
        });
        LocalDate from = in.get(PolicyForms.FROM);
        return changed(
                asker,
                version,
                new PolicyCommand.ActivatePolicy(
                        version, from != null ? from : in.get(PolicyForms.EFFECTIVE_FROM), in.get(PolicyForms.REASON)));
    }

    @Operation(
            summary = "Retire a version",
            description =
                    "From that day on it is not in force and what was before comes back; it is never activated again.")
    @PostMapping("/{version}/retirement")
    ResponseEntity<PolicyBody> retirePolicy(@PathVariable String version, Asker asker, Body body) {
        Filled in = body.as(PolicyForms.RETIREMENT);
        return changed(
                asker,
                version,
                new PolicyCommand.RetirePolicy(version, in.get(PolicyForms.FROM), in.get(PolicyForms.REASON)));
    }

    @Operation(
            summary = "Check a policy and keep nothing",
            description =
                    "Tries every combination of facts that its limbs can tell apart: holes, overlaps, limbs that never decide.")
    @PostMapping("/validation")
    ValidationBody validatePolicy(Viewer viewer, Body body) {
        PolicyDocuments.Read read = read(viewer, body, null, null);
        String version = body.json().path("version").asString(null);
        try {
            return ValidationBody.of(version, read.faults(), PolicyCheck.of(read.limbs()));
        } catch (IllegalArgumentException tooMany) {
            return ValidationBody.of(
                    version, read.faults(), new PolicyCheck(0, 0, List.of(), List.of(), List.of(), List.of()));
        }
    }

    @Operation(summary = "The check of a version that is on record")
    @GetMapping("/{version}/validation")
    ValidationBody getValidation(@PathVariable String version, Inquiry inquiry) {
        inquiry.as(PolicyForms.NOTHING);
        Version found = existing(register(inquiry.viewer(), null), version);
        return ValidationBody.of(
                version, List.of(), PolicyCheck.of(found.policy().limbs()));
    }

    @Operation(
            summary = "What distinguishes two versions",
            description =
                    "Limbs, thresholds, targets, cadences, escalations and who is told; and over every combination of facts, which change category.")
    @GetMapping("/{version}/differences/{other}")
    DifferencesBody getPolicyDifferences(@PathVariable String version, @PathVariable String other, Inquiry inquiry) {
        inquiry.as(PolicyForms.NOTHING);
        PolicyRegister register = register(inquiry.viewer(), null);
        Version one = existing(register, version);
        Version two = existing(register, other);
        try {
            return DifferencesBody.of(one, two, PolicyDifferences.between(one.policy(), two.policy()));
        } catch (IllegalArgumentException tooMany) {
            throw Problem.of(409, "TOO_MANY_COMBINATIONS", String.valueOf(tooMany.getMessage()));
        }
    }

    private ResponseEntity<PolicyBody> changed(Asker asker, String version, PolicyCommand command) {
        sender.send(command, asker, version);
        return ResponseEntity.ok().eTag(tag(asker, version)).body(shown(asker, version));
    }

    private String tag(Asker asker, String version) {
        return Versions.tag(existing(register(asker.viewer(), null), version).change());
    }

    private PolicyBody shown(Asker asker, String version) {
        PolicyRegister register = register(asker.viewer(), null);
        return PolicyBody.of(register, existing(register, version), day(null, asker.now()));
    }

    private PolicyRegister register(Viewer viewer, @Nullable Instant knownAt) {
        return messages.ask(new GetPolicyRegister(viewer, knownAt));
    }

    private PolicyDocuments.Read read(
            Viewer viewer, Body body, @Nullable String version, @Nullable CategorisationPolicy base) {
        PolicyRegister register = register(viewer, null);
        if (register.inForce().isEmpty()) {
            throw new ReadModelBehind();
        }
        PolicyBook book = new PolicyBook(register);
        return documents.read(body.json(), "", book, base != null ? base : book.activeAt(body.now()), version);
    }

    private static CategorisationPolicy sound(PolicyDocuments.Read read) {
        return read.policy()
                .orElseThrow(() -> Problem.invalid(read.faults().stream()
                        .map(fault -> new Fault(fault.pointer(), fault.message()))
                        .toList()));
    }

    private static Version existing(PolicyRegister register, String version) {
        return register.find(version).orElseThrow(() -> Problem.of(404, "POLICY_NOT_FOUND", "There is no such policy"));
    }

    private static LocalDate day(@Nullable Instant knownAt, Instant now) {
        return LocalDate.ofInstant(knownAt == null ? now : knownAt, WorkingDays.LONDON);
    }
}
