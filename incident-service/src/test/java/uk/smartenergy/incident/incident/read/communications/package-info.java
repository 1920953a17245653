@NullMarked
package uk.smartenergy.incident.incident.read.communications;

import org.jspecify.annotations.NullMarked;
