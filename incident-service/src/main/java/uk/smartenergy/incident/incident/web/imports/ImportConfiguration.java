package uk.smartenergy.incident.incident.web.imports;

import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportConfiguration.ImportProperties.class)
class ImportConfiguration {

    @Bean
    Imports imports(
            Messages messages,
            References incidentReferences,
            ImportsInProgress inProgress,
            ReferenceData reference,
            Clock clock,
            ImportProperties properties) {
        LineReader reader = new LineReader(new ImportForms(reference), clock);
        return new Imports(
                new ImportRun(reader, clock), messages, given(incidentReferences), inProgress, properties.atOnce());
    }

    private static LineTaker.References given(References references) {
        return new LineTaker.References() {
            @Override
            public IncidentId next(boolean red) {
                return new IncidentId(references.next(red));
            }

            @Override
            public void taken(IncidentId reference) {
                references.taken(reference.value());
            }
        };
    }

    /** @param atOnce how many imports, dry runs included, may run at the same time on one node */
    @ConfigurationProperties("incident.imports")
    record ImportProperties(@DefaultValue("16") int atOnce) {}
}
