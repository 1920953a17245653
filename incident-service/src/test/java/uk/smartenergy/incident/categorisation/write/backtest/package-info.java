@NullMarked
package uk.smartenergy.incident.categorisation.write.backtest;

import org.jspecify.annotations.NullMarked;
