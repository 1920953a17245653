@NullMarked
package uk.smartenergy.incident.communication;

import org.jspecify.annotations.NullMarked;
