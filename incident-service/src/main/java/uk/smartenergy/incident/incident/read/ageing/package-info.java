/** How long the open Incidents have been open, at one instant and over time. */
@NullMarked
package uk.smartenergy.incident.incident.read.ageing;

import org.jspecify.annotations.NullMarked;
