/** The endpoints of Problems. */
@NullMarked
package uk.smartenergy.incident.problem.web;

import org.jspecify.annotations.NullMarked;
