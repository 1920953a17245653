/** Images of records that are none of the Incidents: their events, from which views are folded for any moment. */
@NullMarked
package uk.smartenergy.incident.platform.record;

import org.jspecify.annotations.NullMarked;
