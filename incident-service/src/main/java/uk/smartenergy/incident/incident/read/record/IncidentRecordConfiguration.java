package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.categorisation.Targets;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.platform.reference.Calendars;
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
    ReferenceFacts referenceFacts(ReferenceData reference, PoliciesInForce policies, Calendars calendars) {
        return new FromReferenceData(reference, policies, calendars);
    }

    /** What the image asks, answered by the reference data that is in force. */
    private record FromReferenceData(ReferenceData reference, PoliciesInForce inForce, Calendars calendars)
            implements ReferenceFacts {

        @Override
        public Target.Pair targets(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            PolicyBook policies = inForce.book();
            Targets targets = Optional.ofNullable(policyVersion)
                    .flatMap(version -> policies.find(version, recordedAt))
                    .orElseGet(() -> policies.activeAt(decidedAt))
                    .targetsOf(category);
            return new Target.Pair(target(targets.initialResponse()), target(targets.resolution()));
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
        public int rankOf(String escalationLevel) {
            return reference.escalationLevels().rank(escalationLevel);
        }

        @Override
        public Instant plusWorkingTime(Instant from, Duration time) {
            return calendars.knownAt(null).plusWorkingTime(from, time);
        }

        @Override
        public Duration workingTimeBetween(Instant from, Instant to) {
            return calendars.knownAt(null).workingTimeBetween(from, to);
        }
    }
}
