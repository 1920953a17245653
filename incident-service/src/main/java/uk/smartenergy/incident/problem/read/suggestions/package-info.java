/** Finds Incidents behind which there may be one Problem. */
@NullMarked
package uk.smartenergy.incident.problem.read.suggestions;

import org.jspecify.annotations.NullMarked;
