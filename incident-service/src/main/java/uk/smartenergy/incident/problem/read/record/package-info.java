/** The image of all Problems, which the views of this slice share. */
@NullMarked
package uk.smartenergy.incident.problem.read.record;

import org.jspecify.annotations.NullMarked;
