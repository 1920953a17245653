/** The HTTP face of Incidents: raising them, their life, lists, and reports. */
@NullMarked
package uk.smartenergy.incident.incident.web;

import org.jspecify.annotations.NullMarked;
