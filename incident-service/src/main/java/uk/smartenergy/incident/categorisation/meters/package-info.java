/** What Prometheus is told of policies and backtests. */
@NullMarked
package uk.smartenergy.incident.categorisation.meters;

import org.jspecify.annotations.NullMarked;
