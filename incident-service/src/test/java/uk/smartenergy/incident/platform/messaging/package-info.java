@NullMarked
package uk.smartenergy.incident.platform.messaging;

import org.jspecify.annotations.NullMarked;
