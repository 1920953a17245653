@NullMarked
package uk.smartenergy.incident.incident.meters;

import org.jspecify.annotations.NullMarked;
