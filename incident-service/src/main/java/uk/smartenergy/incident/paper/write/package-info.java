/** Decides on what is written into papers, and on their issue. */
@NullMarked
package uk.smartenergy.incident.paper.write;

import org.jspecify.annotations.NullMarked;
