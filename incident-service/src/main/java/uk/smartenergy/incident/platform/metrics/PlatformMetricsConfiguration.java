package uk.smartenergy.incident.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.platform.eventstore.AppendObserver;
import uk.smartenergy.incident.platform.messaging.MessageObserver;
import uk.smartenergy.incident.platform.projection.ProjectionHealth;
import uk.smartenergy.incident.platform.projection.Projections;

@Configuration(proxyBeanMethods = false)
class PlatformMetricsConfiguration {

    @Bean
    static MeterFilter requestsTellNothingOfRed() {
        return new RequestsTellNothingOfRed();
    }

    @Bean
    static MeterFilter describedRequests() {
        return new DescribedRequests();
    }

    @Bean
    MessageObserver messageMeters(MeterRegistry registry) {
        return new MessageMeters(registry);
    }

    @Bean
    AppendObserver appendObserver(MeterRegistry registry) {
        AppendMeters meters = new AppendMeters(registry, AppendObserver.Outcome.values());
        return new AppendObserver() {
            @Override
            public void unitAnswered(Outcome outcome, List<? extends EventMessage<?>> events, Duration took) {
                if (events.stream().noneMatch(PlatformMetricsConfiguration::mayBeOfRed)) {
                    meters.appended(outcome, took);
                }
            }
        };
    }

    /** RED Incidents are in no count; their references tell which they are. Nor are backtests, any of which may cover one. */
    private static boolean mayBeOfRed(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent && mayBeOfRed(domainEvent.getAggregateIdentifier());
    }

    private static boolean mayBeOfRed(String stream) {
        return BacktestId.isValid(stream) || (IncidentId.isValid(stream) && new IncidentId(stream).isDrawn());
    }

    @Bean
    ProjectionMeters projectionMeters(Projections projections) {
        return new ProjectionMeters(projections.health().stream()
                .map(PlatformMetricsConfiguration::watched)
                .toList());
    }

    private static ProjectionMeters.Watched watched(ProjectionHealth projection) {
        return new ProjectionMeters.Watched() {
            @Override
            public String name() {
                return projection.name();
            }

            @Override
            public boolean running() {
                return projection.running();
            }

            @Override
            public ProjectionMeters.Lag lag() {
                ProjectionHealth.Lag lag = projection.lag();
                return new ProjectionMeters.Lag(lag.events(), lag.time());
            }
        };
    }

    @Bean
    ReadinessMeter readinessMeter(HealthEndpoint health) {
        return new ReadinessMeter(() -> isUp(health.healthForPath("readiness")));
    }

    private static boolean isUp(@Nullable HealthDescriptor health) {
        return health != null && health.getStatus().equals(Status.UP);
    }
}
