/** Major Incident reports over HTTP. */
@NullMarked
package uk.smartenergy.incident.majorincident.web;

import org.jspecify.annotations.NullMarked;
