/** The register of categorisation policies, by which decisions are made and which is shown. */
@NullMarked
package uk.smartenergy.incident.categorisation.read.policies;

import org.jspecify.annotations.NullMarked;
