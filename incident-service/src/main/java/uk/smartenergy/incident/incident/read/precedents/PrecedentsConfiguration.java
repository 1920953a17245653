package uk.smartenergy.incident.incident.read.precedents;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.PolicyBook;

@Configuration(proxyBeanMethods = false)
class PrecedentsConfiguration {
    @Bean
    PrecedentSearch precedentSearch(IncidentRecords records, PoliciesInForce policies, EventLog log) {
        PrecedentSearch.Thresholds thresholds = (version, at) -> {
            PolicyBook book = policies.book();
            return Optional.ofNullable(version)
                    .flatMap(book::find)
                    .orElseGet(() -> book.activeAt(at))
                    .thresholds();
        };
        return new PrecedentSearch(records, thresholds, log);
    }
}
