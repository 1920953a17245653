/** What the service does about Incidents by itself. */
@NullMarked
package uk.smartenergy.incident.incident.automation;

import org.jspecify.annotations.NullMarked;
