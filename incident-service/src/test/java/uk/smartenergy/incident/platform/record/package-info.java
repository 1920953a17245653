@NullMarked
package uk.smartenergy.incident.platform.record;

import org.jspecify.annotations.NullMarked;
