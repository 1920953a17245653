package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of the watch that the service keeps over Major Incidents. */
public sealed interface WatchCommand extends Command {

    /** From then on, Problems are opened for Major Incidents by themselves. Once it has begun, beginning it again changes nothing. */
    record BeginWatch(@TargetAggregateIdentifier String watch, Instant since) implements WatchCommand {
        /** There is one. */
        public static final String FOR_MAJOR_INCIDENTS = "problems-for-major-incidents";

        public BeginWatch(Instant since) {
            this(FOR_MAJOR_INCIDENTS, since);
        }
    }
}
