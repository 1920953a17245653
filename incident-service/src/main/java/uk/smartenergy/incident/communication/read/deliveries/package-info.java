/** Subscriptions, and what is delivered, was, and is to be. */
@NullMarked
package uk.smartenergy.incident.communication.read.deliveries;

import org.jspecify.annotations.NullMarked;
