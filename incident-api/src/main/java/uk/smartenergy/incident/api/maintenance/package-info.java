/** Windows of Planned Maintenance, and who follows their calendar. */
@NullMarked
package uk.smartenergy.incident.api.maintenance;

import org.jspecify.annotations.NullMarked;
