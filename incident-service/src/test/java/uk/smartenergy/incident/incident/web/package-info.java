@NullMarked
package uk.smartenergy.incident.incident.web;

import org.jspecify.annotations.NullMarked;
