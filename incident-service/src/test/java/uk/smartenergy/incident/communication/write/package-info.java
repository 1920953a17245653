@NullMarked
package uk.smartenergy.incident.communication.write;

import org.jspecify.annotations.NullMarked;
