@NullMarked
package uk.smartenergy.incident.incident.web.imports;

import org.jspecify.annotations.NullMarked;
