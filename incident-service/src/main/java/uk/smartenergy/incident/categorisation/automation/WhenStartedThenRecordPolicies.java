package uk.smartenergy.incident.categorisation.automation;

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
    private final Messages messages;
    private final PolicyBook files;

    WhenStartedThenRecordPolicies(Messages messages, PolicyBook files) {
        this.messages = messages;
        this.files = files;
    }

    /** @return whether there was anything to record */
    boolean record() {
        PolicyAccepted accepted =
                messages.send(new SeedPolicies(files.all(), files.configured()), Caller.of(Viewer.service()));
        return accepted.changed();
    }
}
