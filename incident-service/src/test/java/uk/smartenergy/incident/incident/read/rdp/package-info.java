@NullMarked
package uk.smartenergy.incident.incident.read.rdp;

import org.jspecify.annotations.NullMarked;
