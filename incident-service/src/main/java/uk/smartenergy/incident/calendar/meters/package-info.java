/** What Prometheus is told of the Working-Day calendar. */
@NullMarked
package uk.smartenergy.incident.calendar.meters;

import org.jspecify.annotations.NullMarked;
