package uk.smartenergy.incident.platform.record;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
    @Bean
    RecordEvents recordEvents(ObjectProvider<Histories<?>> histories, Elsewhere elsewhere) {
        return new RecordEvents(histories.orderedStream().toList(), elsewhere);
    }

    @Bean
    Elsewhere elsewhere(ObjectProvider<Messages> messages) {
        return new Elsewhere() {
            @Override
            public <R> R ask(Query<R> query) {
                return messages.getObject().glance(query);
            }
        };
    }
}
