/** What Prometheus is told of Major Incident reports. */
@NullMarked
package uk.smartenergy.incident.majorincident.meters;

import org.jspecify.annotations.NullMarked;
