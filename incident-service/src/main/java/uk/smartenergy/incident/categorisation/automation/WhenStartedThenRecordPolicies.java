package uk.smartenergy.incident.categorisation.automation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.categorisation.PolicyCommand.PolicyAccepted;
import uk.smartenergy.incident.api.categorisation.PolicyCommand.SeedPolicies;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.PolicyBook;

/**
 * Puts the policies of the files, and which of them the settings name, on record where they are not yet, or not so. Nodes may do it at the same time: the
 * stream takes one of them, and the others find nothing left to record.
 */
class WhenStartedThenRecordPolicies {
    private static final Logger LOG = LoggerFactory.getLogger(WhenStartedThenRecordPolicies.class);

    private final Messages messages;
    private final PolicyBook files;
    private boolean failing;

    WhenStartedThenRecordPolicies(Messages messages, PolicyBook files) {
        this.messages = messages;
        this.files = files;
    }

    /** @return whether all is on record; if not it is worth trying again */
    boolean recorded() {
        try {
            PolicyAccepted accepted =
                    messages.send(new SeedPolicies(files.all(), files.configured()), Caller.of(Viewer.service()));
            if (accepted.changed()) {
                LOG.info("The categorisation policies of files and settings were put on record");
            }
            return true;
        } catch (RuntimeException notNow) {
            if (!failing) {
                LOG.warn("The categorisation policies cannot be put on record at present: {}", notNow.toString());
            }
            failing = true;
            return false;
        }
    }
}
