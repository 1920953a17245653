/** Commands, events, queries and views of the Incident. */
@NullMarked
package uk.smartenergy.incident.api.incident;

import org.jspecify.annotations.NullMarked;
