/** Major Incident reports: what is owed after a Category 1 Incident, and what became of it. */
@NullMarked
package uk.smartenergy.incident.api.majorincident;

import org.jspecify.annotations.NullMarked;
