package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Required;

/**
 * What an update to Interested Parties says. The parts beside the text are what a good update has.
 *
 * @param affected what is affected
 * @param whoIsAffected which parties or consumers
 * @param since since when
 * @param workaround what to do meanwhile
 * @param nextUpdateDue when the next update follows
 * @param expectedFix when the fix is expected
 */
public record CommunicationContent(
        String text,
        @Nullable String affected,
        @Nullable String whoIsAffected,
        @Nullable Instant since,
        @Nullable String workaround,
        @Nullable Instant nextUpdateDue,
        @Nullable Instant expectedFix) {
    public CommunicationContent {
        Required.text(text, "text");
    }

    /** An update that gives nothing but its text. */
    public static CommunicationContent of(String text) {
        return new CommunicationContent(text, null, null, null, null, null, null);
    }
}
