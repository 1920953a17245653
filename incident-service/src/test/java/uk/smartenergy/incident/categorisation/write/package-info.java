@NullMarked
package uk.smartenergy.incident.categorisation.write;

import org.jspecify.annotations.NullMarked;
