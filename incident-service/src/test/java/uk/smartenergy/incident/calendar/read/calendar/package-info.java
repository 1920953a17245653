@NullMarked
package uk.smartenergy.incident.calendar.read.calendar;

import org.jspecify.annotations.NullMarked;
