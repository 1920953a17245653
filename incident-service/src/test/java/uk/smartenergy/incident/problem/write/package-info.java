@NullMarked
package uk.smartenergy.incident.problem.write;

import org.jspecify.annotations.NullMarked;
