/** The paper over HTTP: as JSON and as a document, what its writers add, and its issues. */
@NullMarked
package uk.smartenergy.incident.paper.web;

import org.jspecify.annotations.NullMarked;
