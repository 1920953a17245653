/** Decides on Problems, and on suggestions to open them. */
@NullMarked
package uk.smartenergy.incident.problem.write;

import org.jspecify.annotations.NullMarked;
