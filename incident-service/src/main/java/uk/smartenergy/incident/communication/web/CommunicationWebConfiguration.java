package uk.smartenergy.incident.communication.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.platform.mail.Mail;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.AnswerSecrets;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.webhook.AllowedHosts;
import uk.smartenergy.incident.platform.webhook.Secret;
import uk.smartenergy.incident.platform.webhook.Secrets;

/** Wires what the controllers of subscriptions need. */
@Configuration(proxyBeanMethods = false)
class CommunicationWebConfiguration {
    @Bean
    Receivers receivers(Mail mail, AllowedHosts hosts, Secrets secrets) {
        return new FromPlatform(mail, hosts, secrets);
    }

    /** So that no kept answer has a secret in it. */
    @Bean
    AnswerSecrets answerSecrets(Secrets secrets) {
        return about -> SubscriptionId.isValid(about)
                ? secrets.find(new SubscriptionId(about)).map(Secret::text)
                : Optional.empty();
    }

    @Bean
    SubscriptionForms subscriptionForms(ReferenceData reference, Receivers receivers) {
        return new SubscriptionForms(reference.vocabulary(), receivers);
    }

    @Bean
    Described describedSubscriptions(SubscriptionForms forms) {
        return new Described(forms.bodies(), SubscriptionForms.queries());
    }

    private record FromPlatform(Mail mail, AllowedHosts hosts, Secrets secrets) implements Receivers {
        @Override
        public boolean takeMail() {
            return mail.isConfigured();
        }

        @Override
        public boolean isAddress(String text) {
            return Mail.address(text).isPresent();
        }

        @Override
        public boolean isUrl(String text) {
            return AllowedHosts.url(text).isPresent();
        }

        @Override
        public boolean allow(String url) {
            return AllowedHosts.url(url).filter(hosts::allow).isPresent();
        }

        @Override
        public boolean isSecret(String text) {
            return Secret.of(text).isPresent();
        }

        @Override
        public String keepSecret(SubscriptionId subscription, @Nullable String given) {
            Secret secret =
                    given == null ? Secret.generated() : Secret.of(given).orElseThrow();
            secrets.keep(subscription, secret);
            return secrets.find(subscription).orElse(secret).text();
        }

        @Override
        public void forgetSecret(SubscriptionId subscription) {
            secrets.forget(subscription);
        }
    }
}
