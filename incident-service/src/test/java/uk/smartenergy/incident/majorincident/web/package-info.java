@NullMarked
package uk.smartenergy.incident.majorincident.web;

import org.jspecify.annotations.NullMarked;
