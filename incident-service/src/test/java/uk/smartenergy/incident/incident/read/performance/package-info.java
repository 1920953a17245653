@NullMarked
package uk.smartenergy.incident.incident.read.performance;

import org.jspecify.annotations.NullMarked;
