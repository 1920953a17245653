/** The categorisation policies over HTTP. */
@NullMarked
package uk.smartenergy.incident.categorisation.web;

import org.jspecify.annotations.NullMarked;
