/** What is needed to run the service beside the service itself, tried with the real tools. */
@NullMarked
package uk.smartenergy.incident.operations;

import org.jspecify.annotations.NullMarked;
