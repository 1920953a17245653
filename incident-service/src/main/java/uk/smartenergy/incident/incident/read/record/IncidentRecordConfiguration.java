package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.ResolverKind;

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

    /** Until the reference data lands. */
    @Bean
    ReferenceFacts referenceFacts() {
        return new ReferenceFacts() {
            private final List<Target.Pair> targets = List.of(
                    pair(Duration.ofMinutes(10), Duration.ofHours(4)),
                    pair(Duration.ofMinutes(20), Duration.ofHours(24)),
                    pair(Duration.ofMinutes(45), Duration.ofHours(72)),
                    pair(Duration.ofHours(3), Duration.ofDays(5)),
                    pair(Duration.ofDays(1), Duration.ofDays(10)));

            private static Target.Pair pair(Duration response, Duration resolution) {
                return new Target.Pair(new Target(response, false), new Target(resolution, false));
            }

            @Override
            public Target.Pair targets(@Nullable String policyVersion, Category category, Instant decidedAt) {
                return targets.get(category.ordinal());
            }

            @Override
            public Duration timeForObjections() {
                return Duration.ofDays(3);
            }

            @Override
            public ResolverKind kindOf(@Nullable String resolver) {
                return resolver == null ? ResolverKind.NONE : ResolverKind.OTHER;
            }

            @Override
            public int rankOf(String escalationLevel) {
                return List.of(
                                "SERVICE_DESK",
                                "SERVICE_DESK_MANAGER",
                                "SERVICE_MANAGER",
                                "OPERATIONS_DIRECTOR",
                                "PANEL")
                        .indexOf(escalationLevel);
            }

            @Override
            public Instant plusWorkingTime(Instant from, Duration time) {
                return from.plus(time);
            }

            @Override
            public Duration workingTimeBetween(Instant from, Instant to) {
                return Duration.between(from, to);
            }
        };
    }
}
