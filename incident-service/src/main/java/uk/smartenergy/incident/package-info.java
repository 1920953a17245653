/** The incident management service. Each slice and each platform room is a package of its own. */
@NullMarked
package uk.smartenergy.incident;

import org.jspecify.annotations.NullMarked;
