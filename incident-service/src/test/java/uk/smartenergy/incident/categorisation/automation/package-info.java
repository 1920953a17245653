@NullMarked
package uk.smartenergy.incident.categorisation.automation;

import org.jspecify.annotations.NullMarked;
