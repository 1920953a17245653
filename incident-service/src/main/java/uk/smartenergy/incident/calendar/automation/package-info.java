/** Puts the additions of the reference data's calendar on record. */
@NullMarked
package uk.smartenergy.incident.calendar.automation;

import org.jspecify.annotations.NullMarked;
