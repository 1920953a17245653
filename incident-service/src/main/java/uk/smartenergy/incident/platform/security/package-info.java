/** Who may come in, and what each role may do: users, signing in, and the table of permissions. */
@NullMarked
package uk.smartenergy.incident.platform.security;

import org.jspecify.annotations.NullMarked;
