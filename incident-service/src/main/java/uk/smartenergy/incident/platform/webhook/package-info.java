/** Signed requests to those who asked to be told, and the secrets they are signed with. */
@NullMarked
package uk.smartenergy.incident.platform.webhook;

import org.jspecify.annotations.NullMarked;
