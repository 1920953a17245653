/** Answers which Problems there are, and one in full. */
@NullMarked
package uk.smartenergy.incident.problem.read.problems;

import org.jspecify.annotations.NullMarked;
