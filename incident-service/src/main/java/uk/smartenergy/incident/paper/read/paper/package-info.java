/** The paper as it reads at any moment: what other slices answer, in the words of the field, and what its writers added. */
@NullMarked
package uk.smartenergy.incident.paper.read.paper;

import org.jspecify.annotations.NullMarked;
