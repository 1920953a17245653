/** What all aggregates of records share: the time of recording, and the refusal of who has seen an older version. */
@NullMarked
package uk.smartenergy.incident.platform.deciding;

import org.jspecify.annotations.NullMarked;
