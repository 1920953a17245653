/** The Code Performance Measures on Incidents of a month. */
@NullMarked
package uk.smartenergy.incident.incident.read.performance;

import org.jspecify.annotations.NullMarked;
