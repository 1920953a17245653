/** Room on disk for what a single task must remember and may forget afterwards. */
@NullMarked
package uk.smartenergy.incident.platform.scratch;

import org.jspecify.annotations.NullMarked;
