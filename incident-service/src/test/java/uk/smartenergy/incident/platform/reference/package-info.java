@NullMarked
package uk.smartenergy.incident.platform.reference;

import org.jspecify.annotations.NullMarked;
