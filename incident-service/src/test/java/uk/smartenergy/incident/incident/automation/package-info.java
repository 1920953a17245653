@NullMarked
package uk.smartenergy.incident.incident.automation;

import org.jspecify.annotations.NullMarked;
