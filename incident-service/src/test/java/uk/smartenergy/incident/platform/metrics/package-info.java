@NullMarked
package uk.smartenergy.incident.platform.metrics;

import org.jspecify.annotations.NullMarked;
