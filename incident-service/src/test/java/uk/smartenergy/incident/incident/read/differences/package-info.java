@NullMarked
package uk.smartenergy.incident.incident.read.differences;

import org.jspecify.annotations.NullMarked;
