/** The register of the DCC's reports to the Panel: what was received of each, what was challenged, and which actions came of it. */
@NullMarked
package uk.smartenergy.incident.api.regulatory;

import org.jspecify.annotations.NullMarked;
