/** Works on the backtests that were requested. */
@NullMarked
package uk.smartenergy.incident.categorisation.automation.backtest;

import org.jspecify.annotations.NullMarked;
