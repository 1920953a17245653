/** How well Interested Parties were told in a month. */
@NullMarked
package uk.smartenergy.incident.incident.read.communications;

import org.jspecify.annotations.NullMarked;
