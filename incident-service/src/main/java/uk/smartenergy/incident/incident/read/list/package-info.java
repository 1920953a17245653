/** The list of Incidents: filtered, sorted, in pages. */
@NullMarked
package uk.smartenergy.incident.incident.read.list;

import org.jspecify.annotations.NullMarked;
