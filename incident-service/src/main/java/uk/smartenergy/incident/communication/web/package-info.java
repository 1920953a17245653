/** The HTTP face of subscriptions and deliveries. */
@NullMarked
package uk.smartenergy.incident.communication.web;

import org.jspecify.annotations.NullMarked;
