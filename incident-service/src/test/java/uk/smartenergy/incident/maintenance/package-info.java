@NullMarked
package uk.smartenergy.incident.maintenance;

import org.jspecify.annotations.NullMarked;
