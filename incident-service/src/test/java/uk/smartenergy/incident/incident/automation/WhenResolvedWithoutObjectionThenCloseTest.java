package uk.smartenergy.incident.incident.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand.CloseIncident;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.DueToClose;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindDueToClose;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StoreAway;

class WhenResolvedWithoutObjectionThenCloseTest {
    private static final Instant NOW = Instant.parse("2018-08-30T09:00:00Z");
    private static final Instant RESOLVED = Instant.parse("2018-08-23T09:00:00Z");
    private static final Instant DUE = Instant.parse("2018-08-29T09:00:00Z");

    private final Recorded messages = new Recorded();
    private final ImportsInProgress imports = new ImportsInProgress();
    private final WhenResolvedWithoutObjectionThenClose automation = new WhenResolvedWithoutObjectionThenClose(
            messages, imports, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(5));

    @Test
    void closesWhatIsDueAsOfWhenItWasDueAndForThatResolutionOnly() {
        messages.due(1);
        automation.closeThoseDue();
        assertThat(messages.sent).containsExactly(close(1));
        assertThat(messages.asked.getFirst().now()).isEqualTo(NOW);
        assertThat(messages.asked.getFirst().viewer().cleared()).isTrue();
    }

    @Test
    void goesOnUntilNothingIsDueHoweverManyThereAre() {
        for (int i = 1; i <= 1200; i++) {
            messages.due(i);
        }
        automation.closeThoseDue();
        assertThat(messages.sent).hasSize(1200).doesNotHaveDuplicates();
    }

    @Test
    void doesNothingWhereNothingIsDue() {
        automation.closeThoseDue();
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void standsStillWhileAnImportRuns() {
        messages.due(1);
        ImportsInProgress.Import first = imports.begin();
        ImportsInProgress.Import second = imports.begin();
        automation.closeThoseDue();
        first.close();
        first.close();
        automation.closeThoseDue();
        assertThat(messages.asked).isEmpty();
        second.close();
        automation.closeThoseDue();
        assertThat(messages.sent).containsExactly(close(1));
    }

    @Test
    void stopsAtOnceWhenAnImportBegins() {
        messages.due(1);
        messages.due(2);
        messages.whenSent = imports::begin;
        automation.closeThoseDue();
        assertThat(messages.sent).containsExactly(close(1));
    }

    @Test
    void oneThatIsRefusedDoesNotKeepTheOthersOpen() {
        messages.due(1);
        messages.due(2);
        messages.failures.put(
                IncidentId.of(1), new Refusal(Refusal.Kind.CONFLICT, "CONTRADICTS_LATER_FACT", "No.", Map.of()));
        automation.closeThoseDue();
        assertThat(messages.sent).containsExactly(close(1), close(2));
    }

    @Test
    void thatTheStoreIsAwayOnlyPutsItOff() {
        messages.due(1);
        messages.failures.put(IncidentId.of(1), new StoreAway("away", new RuntimeException("network")));
        automation.closeThoseDue();
        automation.closeThoseDue();
        messages.failures.clear();
        messages.sent.clear();
        automation.closeThoseDue();
        assertThat(messages.sent).containsExactly(close(1));
    }

    private static CloseIncident close(int number) {
        return new CloseIncident(IncidentId.of(number), DUE, null, RESOLVED);
    }

    /** Remembers what it was told, and forgets what has been closed. */
    private static final class Recorded implements Messages {
        final List<DueToClose> due = new ArrayList<>();
        final List<FindDueToClose> asked = new ArrayList<>();
        final List<Command> sent = new ArrayList<>();
        final Map<IncidentId, RuntimeException> failures = new HashMap<>();
        Runnable whenSent = () -> {};

        void due(int number) {
            due.add(new DueToClose(IncidentId.of(number), RESOLVED, DUE));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> R send(Command command, Caller caller) {
            sent.add(command);
            whenSent.run();
            CloseIncident close = (CloseIncident) command;
            RuntimeException failure = failures.get(close.incidentId());
            if (failure != null) {
                throw failure;
            }
            due.removeIf(one -> one.incidentId().equals(close.incidentId()));
            return (R) new Accepted(close.incidentId(), 5, true);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> R ask(Query<R> query) {
            FindDueToClose find = (FindDueToClose) query;
            asked.add(find);
            return (R) due.stream().limit(find.limit()).toList();
        }

        @Override
        public Optional<String> claimed(String key) {
            return Optional.empty();
        }
    }
}
