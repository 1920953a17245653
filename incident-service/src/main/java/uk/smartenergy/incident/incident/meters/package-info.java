/** The Incidents in figures for Prometheus: how many are open, and what happens to them. Never with RED ones. */
@NullMarked
package uk.smartenergy.incident.incident.meters;

import org.jspecify.annotations.NullMarked;
