@NullMarked
package uk.smartenergy.incident.incident.web.feed;

import org.jspecify.annotations.NullMarked;
