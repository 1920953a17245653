/** Commands, events, queries and views of subscriptions to updates, and of their deliveries. */
@NullMarked
package uk.smartenergy.incident.api.communication;

import org.jspecify.annotations.NullMarked;
