/** The paper for the Panel: what its writers add, when it was issued, and what it says at any moment. */
@NullMarked
package uk.smartenergy.incident.api.paper;

import org.jspecify.annotations.NullMarked;
