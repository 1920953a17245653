package uk.smartenergy.incident.api.majorincident;

import uk.smartenergy.incident.api.shared.Required;

/**
 * What must not be read by everybody.
 *
 * @param part the name of the part that it was found in; the published variant has it nowhere
 * @param quote the text itself; never told with the redacted variant
 * @param reason why; told with the redacted variant
 */
public record Redaction(String part, String quote, String reason) {
    public Redaction {
        Required.text(part, "part");
        Required.text(quote, "quote");
        Required.text(reason, "reason");
    }
}
