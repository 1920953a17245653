@NullMarked
package uk.smartenergy.incident.incident.read.ageing;

import org.jspecify.annotations.NullMarked;
