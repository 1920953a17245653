/** What Prometheus is told of the register of the DCC's reports. */
@NullMarked
package uk.smartenergy.incident.regulatory.meters;

import org.jspecify.annotations.NullMarked;
