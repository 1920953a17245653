/** What is said about backtests: past Incidents replayed under another categorisation policy. */
@NullMarked
package uk.smartenergy.incident.api.backtest;

import org.jspecify.annotations.NullMarked;
