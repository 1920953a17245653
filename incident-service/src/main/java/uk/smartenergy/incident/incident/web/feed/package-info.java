/** The feed of all events, as pages and as a stream. */
@NullMarked
package uk.smartenergy.incident.incident.web.feed;

import org.jspecify.annotations.NullMarked;
