/** What the service does by itself to bring updates to their subscribers. */
@NullMarked
package uk.smartenergy.incident.communication.automation;

import org.jspecify.annotations.NullMarked;
