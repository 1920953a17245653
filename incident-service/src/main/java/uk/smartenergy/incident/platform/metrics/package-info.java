/**
 * What this service tells Prometheus: the names, and the meters of the platform itself. Who scrapes is not cleared, so nothing here may let
 * a RED Incident be told from none; see the ADR on metrics.
 */
@NullMarked
package uk.smartenergy.incident.platform.metrics;

import org.jspecify.annotations.NullMarked;
