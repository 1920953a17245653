/** What Prometheus is told of papers. */
@NullMarked
package uk.smartenergy.incident.paper.meters;

import org.jspecify.annotations.NullMarked;
