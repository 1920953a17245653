/** What became of the categories of Incidents: first, standing, ruled. */
@NullMarked
package uk.smartenergy.incident.incident.read.categorisation;

import org.jspecify.annotations.NullMarked;
