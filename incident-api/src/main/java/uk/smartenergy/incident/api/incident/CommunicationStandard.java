package uk.smartenergy.incident.api.incident;

import java.util.List;
import uk.smartenergy.incident.api.shared.Required;

/**
 * What was required of an update when it was made. It is kept with the update, because templates change.
 *
 * @param template the code of the template that held
 */
public record CommunicationStandard(String template, List<CommunicationPart> required) {
    public CommunicationStandard {
        Required.text(template, "template");
        required = List.copyOf(required);
    }

    /** What was required and not given. */
    public List<CommunicationPart> missingIn(CommunicationContent content) {
        return required.stream().filter(part -> !part.isGivenIn(content)).toList();
    }
}
