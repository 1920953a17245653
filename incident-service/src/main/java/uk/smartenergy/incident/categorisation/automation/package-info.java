/** Puts what files and settings say of policies on record. */
@NullMarked
package uk.smartenergy.incident.categorisation.automation;

import org.jspecify.annotations.NullMarked;
