/** What Prometheus is told of Planned Maintenance. */
@NullMarked
package uk.smartenergy.incident.maintenance.meters;

import org.jspecify.annotations.NullMarked;
