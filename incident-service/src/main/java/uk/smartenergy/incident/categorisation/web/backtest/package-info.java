/** Backtests over HTTP. */
@NullMarked
package uk.smartenergy.incident.categorisation.web.backtest;

import org.jspecify.annotations.NullMarked;
