/** Projections of the event store: their progress, position guard, rebuilding, and direct reading of the log of events. */
@NullMarked
package uk.smartenergy.incident.platform.projection;

import org.jspecify.annotations.NullMarked;
