@NullMarked
package uk.smartenergy.incident.incident.read.clocks;

import org.jspecify.annotations.NullMarked;
