@NullMarked
package uk.smartenergy.incident.incident.read.feed;

import org.jspecify.annotations.NullMarked;
