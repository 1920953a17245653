package uk.smartenergy.incident.api.categorisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** What can be asked about the categorisation policies. */
public sealed interface PolicyQuery<R> extends Query<R> {

    /** All that is on record of them. @param knownAt what was on record then; {@code null}: now */
    record GetPolicyRegister(Viewer viewer, @Nullable Instant knownAt) implements PolicyQuery<PolicyRegister> {}
}
