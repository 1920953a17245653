/** The RDP Incident Report of a month. */
@NullMarked
package uk.smartenergy.incident.incident.read.rdp;

import org.jspecify.annotations.NullMarked;
