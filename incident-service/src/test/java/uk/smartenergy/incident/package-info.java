@NullMarked
package uk.smartenergy.incident;

import org.jspecify.annotations.NullMarked;
