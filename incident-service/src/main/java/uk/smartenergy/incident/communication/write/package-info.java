/** Decides on subscriptions and on the attempts to deliver. */
@NullMarked
package uk.smartenergy.incident.communication.write;

import org.jspecify.annotations.NullMarked;
