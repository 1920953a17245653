@NullMarked
package uk.smartenergy.incident.platform.ical;

import org.jspecify.annotations.NullMarked;
