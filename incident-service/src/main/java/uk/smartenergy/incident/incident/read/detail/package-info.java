/** One Incident: all that is known of it, its timeline, and why it has its category. */
@NullMarked
package uk.smartenergy.incident.incident.read.detail;

import org.jspecify.annotations.NullMarked;
