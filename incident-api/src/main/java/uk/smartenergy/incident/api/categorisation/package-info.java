/** Categories, the facts they are decided from, policies, and decisions with their evidence. */
@NullMarked
package uk.smartenergy.incident.api.categorisation;

import org.jspecify.annotations.NullMarked;
