@NullMarked
package uk.smartenergy.incident.incident.read.categorisation;

import org.jspecify.annotations.NullMarked;
