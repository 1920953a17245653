/** What Prometheus is told of subscriptions and deliveries. */
@NullMarked
package uk.smartenergy.incident.communication.meters;

import org.jspecify.annotations.NullMarked;
