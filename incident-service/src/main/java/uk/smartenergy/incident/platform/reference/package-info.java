/**
 * What the Code or an operator says and may change: policies, levels, names, parties, Working Days. Kept in files that ship with the product and
 * that an operator can replace one by one; never constants in code. Checked as a whole when the service starts.
 */
@NullMarked
package uk.smartenergy.incident.platform.reference;

import org.jspecify.annotations.NullMarked;
