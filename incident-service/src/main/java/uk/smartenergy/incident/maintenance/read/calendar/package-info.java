/** The one calendar of Planned Maintenance, with what is found about its windows, and the Incidents that fall within them. */
@NullMarked
package uk.smartenergy.incident.maintenance.read.calendar;

import org.jspecify.annotations.NullMarked;
