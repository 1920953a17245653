@NullMarked
package uk.smartenergy.incident.regulatory.write;

import org.jspecify.annotations.NullMarked;
