/** Updates as e-mail. */
@NullMarked
package uk.smartenergy.incident.platform.mail;

import org.jspecify.annotations.NullMarked;
