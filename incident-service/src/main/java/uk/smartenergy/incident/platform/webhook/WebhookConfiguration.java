package uk.smartenergy.incident.platform.webhook;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookConfiguration.WebhookProperties.class)
class WebhookConfiguration {
    @Bean
    Secrets webhookSecrets(ObjectProvider<MongoDatabase> database) {
        return new MongoSecrets(database::getObject);
    }

    @Bean
    AllowedHosts allowedHosts(WebhookProperties properties) {
        return new AllowedHosts(properties.hosts());
    }

    @Bean
    Webhooks webhooks(Secrets secrets, AllowedHosts hosts, Clock clock, WebhookProperties properties) {
        return new Webhooks(secrets, hosts, clock, properties.timeout());
    }

    /**
     * @param hosts the hosts to which requests may be sent, such as {@code hooks.example.org} or {@code *.example.org}; none: any
     * @param timeout to connect, and again for the answer
     */
    @ConfigurationProperties("incident.webhooks")
    record WebhookProperties(
            @DefaultValue List<String> hosts,
            @DefaultValue("5s") Duration timeout) {}
}
