@NullMarked
package uk.smartenergy.incident.categorisation.read.policies;

import org.jspecify.annotations.NullMarked;
