/** The service seen from outside: it is started as its users start it, and driven over HTTP. */
@NullMarked
package uk.smartenergy.incident.scenarios;

import org.jspecify.annotations.NullMarked;
