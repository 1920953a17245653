@NullMarked
package uk.smartenergy.incident.regulatory.read.register;

import org.jspecify.annotations.NullMarked;
