/** Past Incidents under another categorisation policy. */
@NullMarked
package uk.smartenergy.incident.incident.read.replay;

import org.jspecify.annotations.NullMarked;
