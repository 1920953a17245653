/**
 * The in-process server of the MongoDB protocol, durable at acknowledgement. The only room that knows it exists:
 * everybody else sees a connection string.
 */
@NullMarked
package uk.smartenergy.incident.platform.embedded;

import org.jspecify.annotations.NullMarked;
