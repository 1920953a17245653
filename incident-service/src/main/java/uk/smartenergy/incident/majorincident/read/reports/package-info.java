/** Major Incident reports: what is owed at any moment, and what became of each. */
@NullMarked
package uk.smartenergy.incident.majorincident.read.reports;

import org.jspecify.annotations.NullMarked;
