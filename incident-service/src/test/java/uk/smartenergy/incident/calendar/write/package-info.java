@NullMarked
package uk.smartenergy.incident.calendar.write;

import org.jspecify.annotations.NullMarked;
