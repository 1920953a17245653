@NullMarked
package uk.smartenergy.incident.majorincident.meters;

import org.jspecify.annotations.NullMarked;
