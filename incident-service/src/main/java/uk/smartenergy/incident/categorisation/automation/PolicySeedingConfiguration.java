package uk.smartenergy.incident.categorisation.automation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class PolicySeedingConfiguration {
    @Bean
    WhenStartedThenRecordPolicies whenStartedThenRecordPolicies(Messages messages, ReferenceData reference) {
        return new WhenStartedThenRecordPolicies(messages, reference.policies());
    }

    @Bean
    PolicySeeding policySeeding(WhenStartedThenRecordPolicies automation) {
        return new PolicySeeding(automation::recorded);
    }

    /**
     * Runs until all is on record: after the message handlers are there, and before requests are taken if the store answers soon. Those that come earlier
     * are asked to try again.
     */
    static final class PolicySeeding implements SmartLifecycle {
        private static final long PAUSE_MILLIS = 500;
        private static final long LONGEST_START_SECONDS = 5;
        private static final int BEFORE_REQUESTS_ARE_TAKEN = SmartLifecycle.DEFAULT_PHASE - 4096;

        private final BooleanSupplier recorded;
        private @Nullable Thread thread;

        PolicySeeding(BooleanSupplier recorded) {
            this.recorded = recorded;
        }

        @Override
        public int getPhase() {
            return BEFORE_REQUESTS_ARE_TAKEN;
        }

        @Override
        public synchronized void start() {
            if (thread != null) {
                return;
            }
            CountDownLatch done = new CountDownLatch(1);
            thread = Thread.ofPlatform().name("policies").daemon().start(() -> untilRecorded(done));
            try {
                if (!done.await(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void untilRecorded(CountDownLatch done) {
            try {
                while (!recorded.getAsBoolean()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                done.countDown();
            }
        }

        @Override
        public synchronized void stop() {
            if (thread != null) {
                thread.interrupt();
                thread = null;
            }
        }

        @Override
        public synchronized boolean isRunning() {
            return thread != null;
        }
    }
}
