/** The Quarterly Problem Report. */
@NullMarked
package uk.smartenergy.incident.problem.read.report;

import org.jspecify.annotations.NullMarked;
