@NullMarked
package uk.smartenergy.incident.regulatory;

import org.jspecify.annotations.NullMarked;
