package uk.smartenergy.incident.categorisation.meters;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import uk.smartenergy.incident.api.categorisation.PolicyQuery.GetPolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyState;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** Gauges of the versions of the categorisation policy, from the same register as the screens. */
final class PolicyMeters implements MeterBinder {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Sampled<Map<PolicyState, Long>> counts;

    PolicyMeters(Messages messages, Clock clock) {
        counts = new Sampled<>(
                () -> count(
                        messages.ask(new GetPolicyRegister(Viewer.service(), null)),
                        LocalDate.ofInstant(clock.instant(), LONDON)),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1));
    }

    private static Map<PolicyState, Long> count(PolicyRegister register, LocalDate today) {
        return register.versions().stream()
                .collect(groupingBy(version -> register.stateOf(version, today), counting()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (PolicyState state : PolicyState.values()) {
            Metric.POLICIES.gauge(
                    registry,
                    Tags.of(Metric.STATE, state.name()),
                    () -> counts.get()
                            .map(answer -> answer.getOrDefault(state, 0L).doubleValue())
                            .orElse(Double.NaN));
        }
    }
}
