@NullMarked
package uk.smartenergy.incident.maintenance.read.calendar;

import org.jspecify.annotations.NullMarked;
