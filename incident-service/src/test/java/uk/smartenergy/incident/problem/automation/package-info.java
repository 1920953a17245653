@NullMarked
package uk.smartenergy.incident.problem.automation;

import org.jspecify.annotations.NullMarked;
