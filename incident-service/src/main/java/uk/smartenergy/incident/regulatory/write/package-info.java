/** Decides on submissions of the DCC's reports, challenges to them and the actions that come of these. */
@NullMarked
package uk.smartenergy.incident.regulatory.write;

import org.jspecify.annotations.NullMarked;
