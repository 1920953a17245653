package uk.smartenergy.incident.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.TargetClocks;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Inquiry;

/** Explains the target clocks of an Incident. */
@Tag(name = "Incidents")
@RestController
@RequestMapping("/api/v1/incidents")
final class ClocksController {
    private final Messages messages;

    ClocksController(Messages messages) {
        this.messages = messages;
    }

    @Operation(
            summary = "The target clocks of an Incident, segment by segment",
            description =
                    "When each clock ran, was paused, was out of hours or stopped, each with the event that began it. Used time accumulates from"
                            + " raising; the target that counts is that of the category as it stands. Default, verify against the SEC in force.")
    @GetMapping("/{id}/target-clocks")
    TargetClocks getTargetClocks(@PathVariable String id, Inquiry inquiry) {
        return messages.ask(new IncidentQuery.GetTargetClocks(
                        inquiry.viewer(), inquiry.moment(), IncidentDesk.existing(id)))
                .orElseThrow(() -> IncidentDesk.notFound(id));
    }
}
