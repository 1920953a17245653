@NullMarked
package uk.smartenergy.incident.incident.read.precedents;

import org.jspecify.annotations.NullMarked;
