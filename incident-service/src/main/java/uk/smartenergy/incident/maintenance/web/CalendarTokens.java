package uk.smartenergy.incident.maintenance.web;

import java.util.Objects;
import java.util.Optional;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindSubscriberByToken;
import uk.smartenergy.incident.api.maintenance.SubscriberView;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.FileTokens;
import uk.smartenergy.incident.platform.web.Standing;

/** The tokens of the calendar's subscribers. Who has one reads as its owner is now, and never as one who is cleared. */
final class CalendarTokens implements FileTokens {
    static final String PATH = "/api/v1/planned-maintenance.ics";

    private final Messages messages;
    private final Standing standing;

    CalendarTokens(Messages messages, Standing standing) {
        this.messages = messages;
        this.standing = standing;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<Viewer> holder(String token) {
        return subscriber(token)
                .flatMap(one -> standing.find(one.owner())
                        .filter(owner -> Objects.equals(owner.id(), one.ownerId()))
                        .map(owner -> new Viewer(owner.name(), owner.roles(), owner.party(), false, owner.id())));
    }

    /** Asked of what is acknowledged by any node, so that who is withdrawn on one is withdrawn on all. */
    Optional<SubscriberView> subscriber(String token) {
        return messages.ask(new FindSubscriberByToken(Viewer.service(), new CalendarToken(token).hash()));
    }
}
