@NullMarked
package uk.smartenergy.incident.incident.read.record;

import org.jspecify.annotations.NullMarked;
