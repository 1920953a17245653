/** The Working-Day calendar over HTTP. */
@NullMarked
package uk.smartenergy.incident.calendar.web;

import org.jspecify.annotations.NullMarked;
