/** Takes over incident histories from outside, line by line. */
@NullMarked
package uk.smartenergy.incident.incident.web.imports;

import org.jspecify.annotations.NullMarked;
