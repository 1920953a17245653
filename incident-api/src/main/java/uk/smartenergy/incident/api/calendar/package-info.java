/** Corrections of the Working-Day calendar. */
@NullMarked
package uk.smartenergy.incident.api.calendar;

import org.jspecify.annotations.NullMarked;
