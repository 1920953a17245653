/** Calendars as files for calendar programs (RFC 5545). */
@NullMarked
package uk.smartenergy.incident.platform.ical;

import org.jspecify.annotations.NullMarked;
