package uk.smartenergy.incident.incident.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.Basis;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentId;

class CourseTest {
    private static final Instant T = Instant.parse("2018-08-01T12:00:00Z");

    @Test
    void aRulingKeepsThePolicyAsItWasWhenTheDecisionWasRecordedThatItRulesOn() {
        Fact decided = categorised(1, 0, 0, Basis.POLICY);
        Fact again = categorised(3, 60, 60, Basis.POLICY);
        Fact ruled = categorised(6, 60, 900, Basis.RULED);
        Fact ruledAnew = categorised(9, 60, 1_800, Basis.RULED);
        Fact assessed = categorised(11, 2_000, 2_000, Basis.POLICY);
        Fact[] facts = {decided, again, ruled, ruledAnew, assessed};
        Course course = Course.of(facts);

        assertThat(course.madeAt(decided)).isEqualTo(decided.recordedAt());
        assertThat(course.madeAt(ruled)).isEqualTo(again.recordedAt());
        assertThat(course.madeAt(ruledAnew)).isEqualTo(again.recordedAt());
        assertThat(course.madeAt(assessed)).isEqualTo(assessed.recordedAt());
        assertThat(course.decisions(TargetKind.RESOLUTION)).containsExactly(decided, ruledAnew, assessed);
        assertThat(Decided.lastOf(new Fact[] {decided, again, ruled}).recordedAt())
                .isEqualTo(again.recordedAt());
    }

    private static Fact categorised(int sequence, int seconds, int recordedAfter, Basis basis) {
        Instant at = T.plusSeconds(seconds);
        CategoryDecision decision =
                new CategoryDecision(Category.CATEGORY_2, basis, "dcc-reading", null, List.of(), null);
        return new Fact(
                sequence, at, T.plusSeconds(recordedAfter), new IncidentCategorised(IncidentId.of(1), at, decision));
    }
}
