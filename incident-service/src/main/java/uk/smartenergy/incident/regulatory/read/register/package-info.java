/** The register of the DCC's reports to the Panel, as it stood at any moment. */
@NullMarked
package uk.smartenergy.incident.regulatory.read.register;

import org.jspecify.annotations.NullMarked;
