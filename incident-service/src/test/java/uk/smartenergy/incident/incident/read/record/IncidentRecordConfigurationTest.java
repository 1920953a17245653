package uk.smartenergy.incident.incident.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.categorisation.Targets;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class IncidentRecordConfigurationTest {

    @Test
    void aTargetInCalendarDaysIsDueAtTheSameHourInLondonAndOneInHoursIsNot() {
        Instant beforeClocksGoBack = Instant.parse("2018-10-27T09:00:00Z");
        Targets targets = new Targets(
                new TargetTime(48, TargetTime.Unit.HOURS), new TargetTime(2, TargetTime.Unit.CALENDAR_DAYS));
        ReferenceData changed = withTargets(targets);
        ReferenceFacts reference = new IncidentRecordConfiguration()
                .referenceFacts(changed, changed::policies, knownAt -> changed.workingDays());
        Target.Pair pair = reference.targets(null, Category.CATEGORY_4, beforeClocksGoBack, beforeClocksGoBack);
        assertThat(due(pair.response(), beforeClocksGoBack, reference)).isEqualTo("2018-10-29T09:00:00Z");
        assertThat(due(pair.resolution(), beforeClocksGoBack, reference)).isEqualTo("2018-10-29T10:00:00Z");
    }

    private static Instant due(Target target, Instant from, ReferenceFacts reference) {
        return TargetClock.read(target, from, List.of(new Span(from, null)), from, reference.calendar(null))
                .dueAt();
    }

    private static ReferenceData withTargets(Targets targets) {
        ReferenceData shipped = ReferenceData.shipped();
        CategorisationPolicy policy = shipped.policies().all().getFirst();
        Map<Category, Targets> each = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            each.put(category, targets);
        }
        List<CategorisationPolicy> policies = List.of(new CategorisationPolicy(
                policy.version(),
                policy.name(),
                policy.description(),
                policy.effectiveFrom(),
                policy.limbs(),
                each,
                policy.cadences(),
                policy.escalations(),
                policy.told()));
        return new ReferenceData(
                new PolicyBook(policies, policies),
                shipped.escalationLevels(),
                shipped.vocabulary(),
                shipped.parties(),
                shipped.workingDays(),
                shipped.daysToObject(),
                shipped.performanceMeasures(),
                shipped.communicationTemplates(),
                shipped.rules());
    }
}
