/** Numbers and short answers for gauges, automations, and the guarding of commands. */
@NullMarked
package uk.smartenergy.incident.incident.read.counts;

import org.jspecify.annotations.NullMarked;
