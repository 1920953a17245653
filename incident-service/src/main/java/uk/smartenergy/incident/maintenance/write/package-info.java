/** Decides on windows of Planned Maintenance and on subscribers of their calendar. */
@NullMarked
package uk.smartenergy.incident.maintenance.write;

import org.jspecify.annotations.NullMarked;
