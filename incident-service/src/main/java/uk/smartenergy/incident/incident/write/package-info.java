/**
 * Decides what may happen to an Incident. The rules are pure: the same life, command and recording time always lead to the same events or the
 * same refusal. The aggregate only connects them to Axon.
 */
@NullMarked
package uk.smartenergy.incident.incident.write;

import org.jspecify.annotations.NullMarked;
