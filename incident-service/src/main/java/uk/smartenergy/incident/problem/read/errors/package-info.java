/** Finds known errors that a new Incident may have. */
@NullMarked
package uk.smartenergy.incident.problem.read.errors;

import org.jspecify.annotations.NullMarked;
