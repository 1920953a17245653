/**
 * Keeps events in a server of the MongoDB protocol: one document for each unit of work, numbered densely, its keys made
 * unique by the server's indexes, so that neither transactions nor locks are needed. Events are stored under logical
 * names, never under those of Java classes.
 */
@NullMarked
package uk.smartenergy.incident.platform.eventstore;

import org.jspecify.annotations.NullMarked;
