@NullMarked
package uk.smartenergy.incident.majorincident.write;

import org.jspecify.annotations.NullMarked;
