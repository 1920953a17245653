@NullMarked
package uk.smartenergy.incident.platform.web;

import org.jspecify.annotations.NullMarked;
