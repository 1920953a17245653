/** Decides on corrections of the Working-Day calendar. */
@NullMarked
package uk.smartenergy.incident.calendar.write;

import org.jspecify.annotations.NullMarked;
