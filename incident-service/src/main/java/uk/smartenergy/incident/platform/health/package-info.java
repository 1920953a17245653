/** Readiness: whether this node takes commands and whether everything that follows the events really runs. */
@NullMarked
package uk.smartenergy.incident.platform.health;

import org.jspecify.annotations.NullMarked;
