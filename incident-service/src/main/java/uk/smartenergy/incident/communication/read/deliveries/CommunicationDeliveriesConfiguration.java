package uk.smartenergy.incident.communication.read.deliveries;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommunicationDeliveriesConfiguration {
    @Bean
    DeliveryRecords deliveryRecords() {
        return new DeliveryRecords();
    }

    @Bean
    DeliveryProjection deliveryProjection(DeliveryRecords records) {
        return new DeliveryProjection(records);
    }

    @Bean
    Deliveries deliveries(DeliveryRecords records) {
        return new Deliveries(records);
    }
}
