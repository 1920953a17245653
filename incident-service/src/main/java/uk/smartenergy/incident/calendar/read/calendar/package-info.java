/** The Working-Day calendar as it was known at any time. */
@NullMarked
package uk.smartenergy.incident.calendar.read.calendar;

import org.jspecify.annotations.NullMarked;
