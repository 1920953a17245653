@NullMarked
package uk.smartenergy.incident.communication.read.deliveries;

import org.jspecify.annotations.NullMarked;
