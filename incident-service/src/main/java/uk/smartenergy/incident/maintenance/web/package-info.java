/** Planned Maintenance over HTTP, and as a calendar for calendar programs. */
@NullMarked
package uk.smartenergy.incident.maintenance.web;

import org.jspecify.annotations.NullMarked;
