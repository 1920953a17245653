package uk.smartenergy.incident.communication.automation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.communication.Notice;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DueDelivery;
import uk.smartenergy.incident.platform.mail.Mail;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.Regularly;
import uk.smartenergy.incident.platform.reference.CommunicationTexts;
import uk.smartenergy.incident.platform.web.Standing;
import uk.smartenergy.incident.platform.webhook.Webhooks;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommunicationAutomationConfiguration.DeliveryProperties.class)
class CommunicationAutomationConfiguration {

    @Bean
    Delivering delivering(
            Messages messages,
            Standing standing,
            Webhooks webhooks,
            Mail mail,
            CommunicationTexts texts,
            Clock clock,
            DeliveryProperties properties) {
        return new Delivering(messages, standing::find, new ByChannel(webhooks, mail), texts, clock, properties);
    }

    private record ByChannel(Webhooks webhooks, Mail mail) implements Channels {
        @Override
        public Result send(DueDelivery due, Notice notice) {
            return switch (due.subscription().channel()) {
                case WEBHOOK -> {
                    Webhooks.Sent sent = webhooks.send(
                            due.subscription().target(), due.subscription().id(), due.deliveryId(), notice);
                    yield new Result(sent.outcome(), sent.status());
                }
                case EMAIL -> new Result(mail.send(due.subscription().target(), due.deliveryId(), notice), null);
            };
        }
    }

    /**
     * @param interval how long to wait after each look for what is to be delivered
     * @param abreast how many are delivered at a time
     * @param abreastAtOnePlace of these, how many to one host or the mail server
     */
    @ConfigurationProperties("incident.deliveries")
    record DeliveryProperties(
            @DefaultValue("1s") Duration interval,
            @DefaultValue("16") int abreast,
            @DefaultValue("4") int abreastAtOnePlace) {
        DeliveryProperties {
            if (interval.compareTo(Duration.ofMillis(10)) < 0 || abreast < 1 || abreastAtOnePlace < 1) {
                throw new IllegalArgumentException(
                        "incident.deliveries needs an interval of at least 10 ms, and at least one abreast");
            }
        }
    }

    /** Runs the automation while the service runs: last to start, first to stop. */
    static final class Delivering implements SmartLifecycle {
        private final Messages messages;
        private final Subscribers subscribers;
        private final Channels channels;
        private final CommunicationTexts texts;
        private final Clock clock;
        private final DeliveryProperties properties;
        private @Nullable ScheduledExecutorService looking;
        private @Nullable ExecutorService sending;

        Delivering(
                Messages messages,
                Subscribers subscribers,
                Channels channels,
                CommunicationTexts texts,
                Clock clock,
                DeliveryProperties properties) {
            this.messages = messages;
            this.subscribers = subscribers;
            this.channels = channels;
            this.texts = texts;
            this.clock = clock;
            this.properties = properties;
        }

        @Override
        public synchronized void start() {
            if (looking != null) {
                return;
            }
            ExecutorService senders = Executors.newFixedThreadPool(
                    properties.abreast(),
                    Thread.ofPlatform().name("delivering-", 1).daemon().factory());
            ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("deliveries").daemon().factory());
            WhenCommunicatedThenDeliver automation = new WhenCommunicatedThenDeliver(
                    messages,
                    subscribers,
                    channels,
                    texts,
                    clock,
                    senders,
                    properties.abreast(),
                    properties.abreastAtOnePlace());
            looker.scheduleWithFixedDelay(
                    automation::deliverThoseDue,
                    properties.interval().toMillis(),
                    properties.interval().toMillis(),
                    TimeUnit.MILLISECONDS);
            sending = senders;
            looking = looker;
        }

        @Override
        public synchronized void stop() {
            if (looking != null && sending != null) {
                Regularly.end(looking, Duration.ofSeconds(5));
                Regularly.end(sending, Duration.ofSeconds(12));
            }
            looking = null;
            sending = null;
        }

        @Override
        public synchronized boolean isRunning() {
            return looking != null;
        }
    }
}
