@NullMarked
package uk.smartenergy.incident.incident.read.counts;

import org.jspecify.annotations.NullMarked;
