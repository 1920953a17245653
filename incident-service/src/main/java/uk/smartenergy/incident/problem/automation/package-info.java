/** What the service does about Problems by itself. */
@NullMarked
package uk.smartenergy.incident.problem.automation;

import org.jspecify.annotations.NullMarked;
