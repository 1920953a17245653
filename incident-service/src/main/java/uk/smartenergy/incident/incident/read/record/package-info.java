/** The one image of all Incidents with both their times, which every view of this slice asks. */
@NullMarked
package uk.smartenergy.incident.incident.read.record;

import org.jspecify.annotations.NullMarked;
