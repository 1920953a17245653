/** The events of all Incidents in the order in which they were recorded, for readers who follow them. */
@NullMarked
package uk.smartenergy.incident.incident.read.feed;

import org.jspecify.annotations.NullMarked;
