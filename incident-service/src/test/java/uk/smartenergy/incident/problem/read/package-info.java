@NullMarked
package uk.smartenergy.incident.problem.read;

import org.jspecify.annotations.NullMarked;
