@NullMarked
package uk.smartenergy.incident.platform.projection;

import org.jspecify.annotations.NullMarked;
