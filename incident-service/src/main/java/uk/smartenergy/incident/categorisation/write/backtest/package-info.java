/** What may become of a backtest. */
@NullMarked
package uk.smartenergy.incident.categorisation.write.backtest;

import org.jspecify.annotations.NullMarked;
