package uk.smartenergy.incident.platform.reference;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.TargetTime;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ReferenceConfiguration.ReferenceProperties.class,
    ReferenceConfiguration.CategorisationProperties.class
})
class ReferenceConfiguration {

    @Bean
    ReferenceData referenceData(ReferenceProperties reference, CategorisationProperties categorisation) {
        String dir = reference.dir();
        return ReferenceLoader.load(
                dir == null || dir.isBlank() ? null : Path.of(dir),
                categorisation.policy(),
                categorisation.targetDays() == null
                        ? null
                        : categorisation.targetDays().unit());
    }

    @Bean
    PolicyDocuments policyDocuments(ReferenceData reference, CategorisationProperties categorisation) {
        return new PolicyDocuments(
                reference.vocabulary(),
                reference.escalationLevels(),
                categorisation.targetDays() == null
                        ? null
                        : categorisation.targetDays().unit());
    }

    @Bean
    CommunicationTexts communicationTexts(ReferenceData reference, ObjectProvider<PoliciesInForce> policies) {
        return new CommunicationTexts(reference, () -> policies.getObject().book());
    }

    /** @param dir a folder whose files stand instead of those that ship with the product; none by default */
    @ConfigurationProperties("incident.reference")
    record ReferenceProperties(@Nullable String dir) {}

    /**
     * @param policy the version of the categorisation policy to apply, or several, each of which applies from its effective date
     * @param targetDays whether the Code's plain "days" are Working Days or calendar days; as the policy says by default
     */
    @ConfigurationProperties("incident.categorisation")
    record CategorisationProperties(
            @DefaultValue("dcc-reading") List<String> policy,
            @Nullable TargetDays targetDays) {}

    enum TargetDays {
        WORKING(TargetTime.Unit.WORKING_DAYS),
        CALENDAR(TargetTime.Unit.CALENDAR_DAYS);

        private final TargetTime.Unit unit;

        TargetDays(TargetTime.Unit unit) {
            this.unit = unit;
        }

        TargetTime.Unit unit() {
            return unit;
        }
    }
}
