/** Who has subscribed to the calendar, and by which token. */
@NullMarked
package uk.smartenergy.incident.maintenance.read.subscribers;

import org.jspecify.annotations.NullMarked;
