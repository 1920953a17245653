@NullMarked
package uk.smartenergy.incident.incident.write;

import org.jspecify.annotations.NullMarked;
