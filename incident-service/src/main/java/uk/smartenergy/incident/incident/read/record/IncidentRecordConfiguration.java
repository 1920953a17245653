package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.categorisation.Targets;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.platform.reference.Parties;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class IncidentRecordConfiguration {
    @Bean
    IncidentRecords incidentRecords() {
        return new IncidentRecords();
    }

    @Bean
    IncidentViews incidentViews(ReferenceFacts reference) {
        return new IncidentViews(reference);
    }

    @Bean
    RecordProjection recordProjection(IncidentRecords records, ReferenceFacts reference) {
        return new RecordProjection(records, reference::rankOf);
    }

    @Bean
    ReferenceFacts referenceFacts(ReferenceData reference, PoliciesInForce policies) {
        return new FromReferenceData(reference, policies);
    }

    /** What the image asks, answered by the reference data that is in force. */
    private record FromReferenceData(ReferenceData reference, PoliciesInForce inForce) implements ReferenceFacts {

        @Override
        public Target.Pair targets(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            Targets targets = policy(policyVersion, decidedAt, recordedAt).targetsOf(category);
            return new Target.Pair(target(targets.initialResponse()), target(targets.resolution()));
        }

        @Override
        public @Nullable Target cadence(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            TargetTime cadence =
                    policy(policyVersion, decidedAt, recordedAt).cadences().get(category);
            return cadence == null ? null : target(cadence);
        }

        private CategorisationPolicy policy(@Nullable String version, Instant decidedAt, Instant recordedAt) {
            PolicyBook policies = inForce.book();
            return Optional.ofNullable(version)
                    .flatMap(known -> policies.find(known, recordedAt))
                    .orElseGet(() -> policies.activeAt(decidedAt));
        }

        private static Target target(TargetTime time) {
            return switch (time.unit()) {
                case MINUTES -> new Target(Duration.ofMinutes(time.amount()), Target.Days.NONE);
                case HOURS -> new Target(Duration.ofHours(time.amount()), Target.Days.NONE);
                case CALENDAR_DAYS -> new Target(Duration.ofDays(time.amount()), Target.Days.CALENDAR);
                case WORKING_DAYS -> new Target(Duration.ofDays(time.amount()), Target.Days.WORKING);
            };
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

        @Override
        public Instant plusWorkingTime(Instant from, Duration time) {
            return reference.workingDays().plusWorkingTime(from, time);
        }

        @Override
        public Duration workingTimeBetween(Instant from, Instant to) {
            return reference.workingDays().workingTimeBetween(from, to);
        }
    }
}
