@NullMarked
package uk.smartenergy.incident.majorincident.read.reports;

import org.jspecify.annotations.NullMarked;
