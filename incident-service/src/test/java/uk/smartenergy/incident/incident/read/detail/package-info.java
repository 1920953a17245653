@NullMarked
package uk.smartenergy.incident.incident.read.detail;

import org.jspecify.annotations.NullMarked;
