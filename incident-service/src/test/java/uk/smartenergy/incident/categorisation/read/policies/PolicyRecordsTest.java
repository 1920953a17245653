package uk.smartenergy.incident.categorisation.read.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.PolicyCommand;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.*;
import uk.smartenergy.incident.api.categorisation.PolicyQuery.GetPolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyRegister.Period;
import uk.smartenergy.incident.api.categorisation.PolicyState;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class PolicyRecordsTest {
    private static final PolicyBook FILES = ReferenceData.shipped().policies();
    private static final CategorisationPolicy DCC = FILES.find("dcc-reading").orElseThrow();
    private static final CategorisationPolicy SUPPLIER =
            FILES.find("supplier-reading").orElseThrow();
    private static final Instant T = Instant.parse("2018-08-01T12:00:00Z");
    private static final LocalDate SEPTEMBER = LocalDate.of(2018, 9, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2018, 10, 1);

    private final PolicyRecords records = new PolicyRecords(FILES);
    private long sequence;

    @Test
    void thereIsNoBookUntilFilesAndSettingsAreOnRecordAndThenThereAlwaysIs() {
        assertThat(records.book()).isEmpty();
        recorded(T, new PolicyGiven(DCC, 1));
        recorded(T, new PolicyGiven(SUPPLIER, 1));
        assertThat(records.book()).isEmpty();
        recorded(T, new PoliciesConfigured(List.of("dcc-reading")));
        assertThat(records.book()).isPresent();
        recorded(T, new PolicyGiven(renamed(DCC, "Another node's file"), 2));
        assertThat(records.book().flatMap(book -> book.find("dcc-reading")))
                .map(CategorisationPolicy::name)
                .contains("Another node's file");
        records.reset();
        assertThat(records.book()).isEmpty();
    }

    @Test
    void aVersionIsFoundAsItWasWhenADecisionWasRecorded() {
        seeded();
        recorded(T.plusSeconds(10), new PolicyGiven(renamed(DCC, "Second"), 2));
        PolicyBook book = records.book().orElseThrow();

        assertThat(book.find("dcc-reading", T.plusSeconds(9))).contains(DCC);
        assertThat(book.find("dcc-reading", T.plusSeconds(10)).orElseThrow().name())
                .isEqualTo("Second");
        assertThat(book.find("dcc-reading", Instant.EPOCH)).contains(DCC);
    }

    @Test
    void whatIsActivatedOrChangedSinceDidNotDecideOnWhatWasRecordedBefore() {
        seeded();
        recorded(T.plusSeconds(10), new PolicyActivated("supplier-reading", DCC.effectiveFrom(), null));
        recorded(T.plusSeconds(20), new PolicyGiven(renamed(SUPPLIER, "Second"), 2));
        PolicyBook book = records.book().orElseThrow();

        assertThat(book.activeAt(T, Instant.EPOCH)).isEqualTo(DCC);
        assertThat(book.activeAt(T, T.plusSeconds(9))).isEqualTo(DCC);
        assertThat(book.activeAt(T, T.plusSeconds(10))).isEqualTo(SUPPLIER);
        assertThat(book.activeAt(T, T.plusSeconds(19))).isEqualTo(SUPPLIER);
        assertThat(book.activeAt(T, T.plusSeconds(20)).name()).isEqualTo("Second");
        assertThat(book.activeAt(T)).isEqualTo(book.activeAt(T, Instant.MAX));
    }

    @Test
    void theLatestDayCountsAndOfTwoFromTheSameDayTheOneRecordedLast() {
        seeded();
        recorded(T, new PolicyDrafted(version("third")));
        recorded(T, new PolicyActivated("supplier-reading", OCTOBER, null));
        recorded(T, new PolicyActivated("third", SEPTEMBER, null));
        recorded(T, new PolicyActivated("dcc-reading", SEPTEMBER, null));

        assertThat(register(null).inForce())
                .containsExactly(
                        new Period("dcc-reading", null, OCTOBER.minusDays(1)),
                        new Period("supplier-reading", OCTOBER, null));
        assertThat(active("2018-09-30T22:59:59Z")).isEqualTo("dcc-reading");
        assertThat(active("2018-09-30T23:00:00Z")).isEqualTo("supplier-reading");
        assertThat(state("third")).isEqualTo(PolicyState.SUPERSEDED);
    }

    @Test
    void whatIsActivatedSitsOverTheSettingsAtEqualDatesAlsoWhenTheseChange() {
        seeded();
        recorded(T, new PolicyActivated("supplier-reading", DCC.effectiveFrom(), null));
        assertThat(active("2018-09-01T00:00:00Z")).isEqualTo("supplier-reading");
        recorded(T, new PoliciesConfigured(List.of("dcc-reading", "supplier-reading")));
        assertThat(active("1999-01-01T00:00:00Z")).isEqualTo("supplier-reading");
    }

    @Test
    void whatIsRetiredGivesWayToWhatWasInForceBefore() {
        seeded();
        recorded(T, new PolicyActivated("supplier-reading", SEPTEMBER, null));
        recorded(T.plusSeconds(60), new PolicyRetired("supplier-reading", OCTOBER, "Wrong"));

        assertThat(register(null).inForce())
                .containsExactly(
                        new Period("dcc-reading", null, SEPTEMBER.minusDays(1)),
                        new Period("supplier-reading", SEPTEMBER, OCTOBER.minusDays(1)),
                        new Period("dcc-reading", OCTOBER, null));
        assertThat(state("supplier-reading")).isEqualTo(PolicyState.RETIRED);
        assertThat(register(T.plusSeconds(59)).inForce()).hasSize(2);
        assertThat(register(Instant.EPOCH).versions()).isEmpty();
    }

    private void seeded() {
        recorded(T, new PolicyGiven(DCC, 1));
        recorded(T, new PolicyGiven(SUPPLIER, 1));
        recorded(T, new PoliciesConfigured(List.of("dcc-reading")));
    }

    private String active(String at) {
        return records.book().orElseThrow().activeAt(Instant.parse(at)).version();
    }

    private PolicyState state(String version) {
        return register(null).stateOf(register(null).find(version).orElseThrow(), OCTOBER);
    }

    private PolicyRegister register(@Nullable Instant knownAt) {
        return records.on(new GetPolicyRegister(Viewer.service(), knownAt));
    }

    private void recorded(Instant at, PolicyEvent event) {
        records.apply(RecordedEvent.of(new GenericDomainEventMessage<>(
                "Policies", PolicyCommand.STREAM, sequence++, event, MetaData.emptyInstance(), "e" + sequence, at)));
        records.publish();
    }

    private static CategorisationPolicy version(String version) {
        return new CategorisationPolicy(
                version,
                DCC.name(),
                DCC.description(),
                DCC.effectiveFrom(),
                DCC.limbs(),
                DCC.targets(),
                DCC.cadences(),
                DCC.escalations(),
                DCC.told());
    }

    private static CategorisationPolicy renamed(CategorisationPolicy policy, String name) {
        return new CategorisationPolicy(
                policy.version(),
                name,
                policy.description(),
                policy.effectiveFrom(),
                policy.limbs(),
                policy.targets(),
                policy.cadences(),
                policy.escalations(),
                policy.told());
    }
}
