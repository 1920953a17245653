@NullMarked
package uk.smartenergy.incident.incident.read;

import org.jspecify.annotations.NullMarked;
