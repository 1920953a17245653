/** Backtests with their results. */
@NullMarked
package uk.smartenergy.incident.categorisation.read.backtests;

import org.jspecify.annotations.NullMarked;
