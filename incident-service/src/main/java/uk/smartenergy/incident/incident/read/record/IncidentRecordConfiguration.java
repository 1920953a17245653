package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.EscalationRule;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.categorisation.Targets;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.Parties;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.WorkingDays;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IncidentRecordConfiguration.EscalationProperties.class)
class IncidentRecordConfiguration {
    @Bean
    IncidentRecords incidentRecords() {
        return new IncidentRecords();
    }

    @Bean
    IncidentViews incidentViews(ReferenceFacts reference) {
        return new IncidentViews(reference);
    }

    /** The same, as if that policy had always been the only one. */
    @Bean
    PolicyViews policyViews(ReferenceData reference, Calendars calendars) {
        return policy -> {
            PolicyBook only = new PolicyBook(List.of(policy), List.of(policy));
            return new IncidentViews(new FromReferenceData(reference, () -> only, calendars));
        };
    }

    @Bean
    RecordProjection recordProjection(IncidentRecords records, ReferenceFacts reference) {
        return new RecordProjection(records, reference::rankOf);
    }

    @Bean
    Escalations escalations(ReferenceFacts reference, IncidentViews views, EscalationProperties properties) {
        return new Escalations(reference, views, properties.history());
    }

    @Bean
    ReferenceFacts referenceFacts(ReferenceData reference, PoliciesInForce policies, Calendars calendars) {
        return new FromReferenceData(reference, policies, calendars);
    }

    /** @param history what was due to escalate longer than this before an Incident was recorded here escalates nothing */
    @ConfigurationProperties("incident.escalation")
    record EscalationProperties(@DefaultValue("7d") Duration history) {}

    /** What the image asks, answered by the reference data that is in force. */
    private record FromReferenceData(ReferenceData reference, PoliciesInForce inForce, Calendars calendars)
            implements ReferenceFacts {

        @Override
        public TargetClock.WorkingTime calendar(@Nullable Instant knownAt) {
            return new Calendar(calendars.knownAt(knownAt));
        }

        @Override
        public Object policies() {
            return inForce.book();
        }

        @Override
        public Target.Pair targets(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            Targets targets = policy(policyVersion, decidedAt, recordedAt).targetsOf(category);
            return new Target.Pair(Target.of(targets.initialResponse()), Target.of(targets.resolution()));
        }

        @Override
        public @Nullable Target cadence(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            TargetTime cadence =
                    policy(policyVersion, decidedAt, recordedAt).cadences().get(category);
            return cadence == null ? null : Target.of(cadence);
        }

        @Override
        public List<EscalationRule> escalations(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            return policy(policyVersion, decidedAt, recordedAt).escalations().getOrDefault(category, List.of());
        }

        private CategorisationPolicy policy(@Nullable String version, Instant decidedAt, Instant recordedAt) {
            PolicyBook policies = inForce.book();
            return Optional.ofNullable(version)
                    .flatMap(known -> policies.find(known, recordedAt))
                    .orElseGet(() -> policies.activeAt(decidedAt, recordedAt));
        }

        @Override
        public Duration timeForObjections() {
            return Duration.ofDays(reference.daysToObject());
        }

        @Override
        public ResolverKind kindOf(@Nullable String resolver) {
            return reference.parties().kindOf(resolver);
        }

        @Override
        public @Nullable String partyCategory(String party) {
            return reference.parties().find(party).map(Parties.Party::category).orElse(null);
        }

        @Override
        public int rankOf(String escalationLevel) {
            return reference.escalationLevels().rank(escalationLevel);
        }
    }

    private record Calendar(WorkingDays days) implements TargetClock.WorkingTime {
        @Override
        public Instant plusWorkingTime(Instant from, Duration time) {
            return days.plusWorkingTime(from, time);
        }

        @Override
        public Duration workingTimeBetween(Instant from, Instant to) {
            return days.workingTimeBetween(from, to);
        }

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return days.isWorkingDay(day);
        }
    }
}
