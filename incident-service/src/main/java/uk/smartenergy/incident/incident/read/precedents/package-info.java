/** Earlier rulings on like facts. */
@NullMarked
package uk.smartenergy.incident.incident.read.precedents;

import org.jspecify.annotations.NullMarked;
