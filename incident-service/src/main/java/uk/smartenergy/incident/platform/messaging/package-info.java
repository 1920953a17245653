/**
 * The door between the edges and the rooms behind them: commands and queries go in here and nowhere else. It hands on who acts, keeps claims in
 * the same commit as the events, retries what two nodes did at once, and makes a query wait until it can see every change that was
 * acknowledged before it was asked.
 */
@NullMarked
package uk.smartenergy.incident.platform.messaging;

import org.jspecify.annotations.NullMarked;
