@NullMarked
package uk.smartenergy.incident.platform.webhook;

import org.jspecify.annotations.NullMarked;
