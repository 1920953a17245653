@NullMarked
package uk.smartenergy.incident.platform.security;

import org.jspecify.annotations.NullMarked;
