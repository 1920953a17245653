@NullMarked
package uk.smartenergy.incident.problem.meters;

import org.jspecify.annotations.NullMarked;
