/** Why the figures of a report changed between two dates of knowledge. */
@NullMarked
package uk.smartenergy.incident.incident.read.differences;

import org.jspecify.annotations.NullMarked;
