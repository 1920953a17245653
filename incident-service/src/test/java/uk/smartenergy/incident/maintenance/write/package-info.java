@NullMarked
package uk.smartenergy.incident.maintenance.write;

import org.jspecify.annotations.NullMarked;
