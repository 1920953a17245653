@NullMarked
package uk.smartenergy.incident.communication.automation;

import org.jspecify.annotations.NullMarked;
